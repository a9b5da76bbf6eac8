#include "service/http/byte_range.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

#include <fmt/format.h>

#include "service/http/problem.hpp"

namespace nearme {
namespace {

constexpr std::string_view kUnit = "bytes=";

/// A number that is too large for us is larger than any file.
std::optional<std::uint64_t> number_of(std::string_view digits) {
  std::uint64_t number = 0;
  const auto [stop, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (stop != digits.data() + digits.size() || digits.empty()) return std::nullopt;
  if (failure == std::errc::result_out_of_range) return std::numeric_limits<std::uint64_t>::max();
  return failure == std::errc{} ? std::optional{number} : std::nullopt;
}

}  // namespace

std::optional<ByteRange> byte_range_of(std::string_view header, std::uint64_t size) {
  if (!header.starts_with(kUnit)) return std::nullopt;
  header.remove_prefix(kUnit.size());
  const auto dash = header.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto first = header.substr(0, dash);
  const auto last = header.substr(dash + 1);
  if (first.empty()) {
    const auto suffix = number_of(last);
    return suffix ? std::optional{ByteRange{.begin = size - std::min(*suffix, size), .end = size}} : std::nullopt;
  }
  const auto begin = number_of(first);
  const auto end = last.empty() ? std::optional{size} : number_of(last);
  if (!begin || !end || (!last.empty() && *end < *begin)) return std::nullopt;
  const auto behind = last.empty() || *end >= size ? size : *end + 1;
  return ByteRange{.begin = std::min(*begin, behind), .end = behind};
}

Answer part_of_bytes(std::string_view bytes, std::string_view range_header) {
  const auto range = byte_range_of(range_header, bytes.size());
  Answer answer;
  if (range && range->begin == range->end) {
    answer = problem_of_status(416, fmt::format("There are {} bytes, and none in this range.", bytes.size()));
    answer.headers.emplace_back("Content-Range", fmt::format("bytes */{}", bytes.size()));
    return answer;
  }
  answer.fixed_body = range ? bytes.substr(range->begin, range->end - range->begin) : bytes;
  answer.headers.emplace_back("Accept-Ranges", "bytes");
  if (!range) return answer;
  answer.status = 206;
  answer.headers.emplace_back("Content-Range",
                              fmt::format("bytes {}-{}/{}", range->begin, range->end - 1, bytes.size()));
  return answer;
}

}  // namespace nearme
