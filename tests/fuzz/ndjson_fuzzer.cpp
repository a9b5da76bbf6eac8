// Any bytes as records of the API, one a line.
#include "import_bytes.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  nearme::import_bytes({reinterpret_cast<const char*>(data), size}, nearme::Format::ndjson);
  return 0;
}
