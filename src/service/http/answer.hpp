#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nearme {

/// How long others may keep an answer.
enum class Caching : std::uint8_t {
  never,       ///< errors, health, metrics
  revalidate,  ///< kept by the browser alone, asked about each time (ETag): whatever depends on a question
  minutes,     ///< by anyone for five minutes: the catalogue, the contract
  forever,     ///< by anyone, for good: files whose name holds their checksum
};

/// What an endpoint answers, before it is compressed and sent.
///
/// The body is `body`, or `fixed_body` where that is not empty: bytes that live as long as the program, which are not
/// copied. The ETag, the length, compression and the headers that every answer carries are added on the way out.
struct Answer {
  int status = 200;
  std::string content_type = "application/json";
  std::string body;
  std::string_view fixed_body;
  Caching caching = Caching::revalidate;
  std::vector<std::pair<std::string, std::string>> headers;  ///< more of them, such as Location

  /// Where the answer has to wait for something: everything above is not looked at, and this is called once, with a
  /// function that takes the answer, once, from any thread. The connection's thread serves others meanwhile.
  std::function<void(std::function<void(Answer)> done)> later{};

  [[nodiscard]] std::string_view bytes() const { return fixed_body.empty() ? std::string_view{body} : fixed_body; }
};

}  // namespace nearme
