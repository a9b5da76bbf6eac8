// Any bytes as a file of any format, packed or not.
#include "import_bytes.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  nearme::import_bytes({reinterpret_cast<const char*>(data), size}, std::nullopt);
  return 0;
}
