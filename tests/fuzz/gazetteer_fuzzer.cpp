// A compiled gazetteer with damaged bytes and a right checksum is refused, or answers everything without a crash. The
// input is a list of changes: two bytes of offset and one to flip there, over a small sound gazetteer.
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "gazetteer/small_gazetteer_for_tests.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const std::vector<std::byte> kSound = nearme::compile_small_gazetteer();
  auto damaged = kSound;
  constexpr std::size_t kChange = 3;
  for (std::size_t i = 0; i + kChange <= size; i += kChange) {
    const std::size_t offset = bytes[i] * std::size_t{256} + bytes[i + 1];
    damaged[offset % damaged.size()] ^= std::byte{bytes[i + 2]};
  }
  nearme::seal_gazetteer(damaged);
  if (const auto gazetteer = nearme::Gazetteer::open(damaged)) nearme::ask_everything(*gazetteer);
  return 0;
}
