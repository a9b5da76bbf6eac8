// Any bytes as the content of an OpenDocument spreadsheet.
#include "import_bytes.hpp"
#include "intake/unpack/zip_of.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string content(reinterpret_cast<const char*>(data), size);
  nearme::import_bytes(nearme::zip_of({{"content.xml", content}}), nearme::Format::csv);
  return 0;
}
