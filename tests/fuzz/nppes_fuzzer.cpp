// Any bytes as a table of NPPES, and as rows below the headers of its two files.
#include "import_bytes.hpp"

namespace {

constexpr std::string_view kProviders =
    "NPI,Entity Type Code,Provider Organization Name (Legal Business Name),Provider Last Name (Legal Name),Provider "
    "Business Practice Location Address City Name,NPI Deactivation Date,NPI Reactivation Date,Healthcare Provider "
    "Taxonomy "
    "Code_1\n";
constexpr std::string_view kPlaces =
    "NPI,Provider Secondary Practice Location Address- Address Line 1,Provider Secondary Practice Location Address - "
    "City "
    "Name\n";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const auto headers : {std::string_view{}, kProviders, kPlaces}) {
    nearme::import_bytes(std::string(headers).append(bytes), nearme::Format::nppes);
  }
  return 0;
}
