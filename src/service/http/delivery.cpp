#include "service/http/delivery.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include <fmt/compile.h>
#include <fmt/format.h>

#include "base/checksum.hpp"
#include "service/http/compression.hpp"
#include "service/http/problem.hpp"

namespace nearme {
namespace {

bool has_header(const Answer& answer, std::string_view name) {
  return std::ranges::any_of(answer.headers, [&](const auto& header) { return header.first == name; });
}

std::string_view cache_control(Caching caching) {
  switch (caching) {
    case Caching::never:
      return "no-store";
    case Caching::revalidate:
      return "private, no-cache";
    case Caching::minutes:
      return "public, max-age=300";
    case Caching::forever:
      return "public, max-age=31536000, immutable";
  }
  return {};
}

/// Weak, because the same tag names the packed and the plain bytes.
std::string entity_tag(const Answer& answer) {
  return fmt::format(FMT_COMPILE("W/\"{}\""), to_hex(checksum(answer.bytes())));
}

/// Whether If-None-Match names this tag, compared weakly (RFC 9110, section 13.1.2).
bool has_already(std::string_view if_none_match, std::string_view tag) {
  if (if_none_match == "*") return true;
  return if_none_match.find(tag.substr(2)) != std::string_view::npos;
}

bool is_text(std::string_view content_type) {
  return content_type.starts_with("text/") || content_type.find("json") != std::string_view::npos ||
         content_type.find("xml") != std::string_view::npos ||
         content_type.find("javascript") != std::string_view::npos;
}

void pack(Answer& answer, std::string_view accept_encoding) {
  if (has_header(answer, "Content-Encoding") || !is_text(answer.content_type)) return;
  if (answer.bytes().size() < kLeastToCompress) return;
  answer.headers.emplace_back("Vary", "Accept-Encoding");
  for (const auto encoding : {Encoding::gzip, Encoding::deflate}) {
    if (!accepts(accept_encoding, encoding)) continue;
    answer.body = compress(answer.bytes(), encoding);
    answer.fixed_body = {};
    answer.headers.emplace_back("Content-Encoding", to_string(encoding));
    return;
  }
}

void append_header(std::string& head, std::string_view name, std::string_view value) {
  head.append(name).append(": ");
  const auto begin = head.insert(head.end(), value.begin(), value.end());
  std::replace_if(begin, head.end(), [](char letter) { return static_cast<unsigned char>(letter) < ' '; }, ' ');
  head.append("\r\n");
}

/// "Sun, 22 Nov 2026 18:00:00 GMT" (RFC 9110, section 5.6.7), whatever the locale.
std::string http_date(Instant instant) {
  constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto midnight = std::chrono::floor<std::chrono::days>(instant);
  const Date date{midnight};
  const std::chrono::hh_mm_ss time{instant - midnight};
  return fmt::format(FMT_COMPILE("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT"),
                     kDays.at(std::chrono::weekday{midnight}.c_encoding()), static_cast<unsigned>(date.day()),
                     kMonths.at(static_cast<unsigned>(date.month()) - 1), static_cast<int>(date.year()),
                     time.hours().count(), time.minutes().count(), time.seconds().count());
}

constexpr std::size_t kUsualHeadBytes = 512;

bool has_no_body(int status) { return status == 204 || status == 304; }

}  // namespace

Answer prepare(const Request& request, Answer answer) {
  answer.headers.emplace_back("Cache-Control", cache_control(answer.caching));
  answer.headers.emplace_back("X-Content-Type-Options", "nosniff");
  if (answer.status == 200 && answer.caching != Caching::never) {
    auto tag = entity_tag(answer);
    const bool unchanged = has_already(request.if_none_match, tag);
    answer.headers.emplace_back("ETag", std::move(tag));
    if (unchanged) {
      answer.status = 304;
      answer.body.clear();
      answer.fixed_body = {};
    }
  }
  pack(answer, request.accept_encoding);
  return answer;
}

std::string head_of(const Answer& answer, Persistence persistence, Instant now) {
  std::string head;
  head.reserve(kUsualHeadBytes);
  fmt::format_to(std::back_inserter(head), FMT_COMPILE("HTTP/1.1 {} {}\r\n"), answer.status, reason_of(answer.status));
  append_header(head, "Date", http_date(now));
  for (const auto& [name, value] : answer.headers) append_header(head, name, value);
  if (!has_no_body(answer.status)) {
    append_header(head, "Content-Type", answer.content_type);
    append_header(head, "Content-Length", fmt::to_string(answer.bytes().size()));
  }
  if (persistence == Persistence::closing) append_header(head, "Connection", "close");
  if (persistence == Persistence::open_said) append_header(head, "Connection", "keep-alive");
  head.append("\r\n");
  return head;
}

}  // namespace nearme
