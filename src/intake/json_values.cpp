#include "intake/json_values.hpp"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "intake/first_line.hpp"

namespace nearme {
namespace {

using nlohmann::json;

constexpr std::size_t kLongestDocument = std::size_t{256} * 1024 * 1024;

/// Thrown through the JSON parser, which has no other way out.
struct Stop {
  Error error;
};

/// Whether the first line is a whole object by itself, and no list of others.
bool is_one_a_line(std::string_view head, std::string_view list_member) {
  const auto begin = head.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos || head[begin] != '{') return false;
  const auto end = std::min(head.find('\n', begin), head.size());
  const auto first = json::parse(head.substr(begin, end - begin), nullptr, false);
  return first.is_object() && !first.contains(list_member);
}

/// The rest of a text, as a whole: a document is parsed from memory, its elements kept one at a time.
Result<std::string> read_rest(std::string text, const NextText& next_text) {
  while (true) {
    TRY(const auto more, next_text());
    if (more.empty()) return text;
    text += more;
    if (text.size() > kLongestDocument) {
      return fail(ErrorKind::corrupt, "this JSON document is larger than {} MiB; write one value a line instead",
                  kLongestDocument / (1024 * 1024));
    }
  }
}

Result<void> read_document(const std::string& text, std::string_view list_member, const JsonVisitor& visitor) {
  int list_depth = text[text.find_first_not_of(" \t\r\n")] == '[' ? 1 : 2;
  bool in_list = list_depth == 1;
  std::uint64_t number = 0;
  const auto keep = [&](int depth, json::parse_event_t event, json& parsed) {
    if (list_depth == 2 && depth == 1 && event == json::parse_event_t::key) {
      in_list = parsed.get<std::string>() == list_member;
      return in_list;
    }
    if (!in_list || depth != list_depth || event != json::parse_event_t::object_end) return true;
    if (auto visited = visitor.on_value(++number, parsed); !visited) throw Stop{visited.error()};
    return false;
  };
  try {
    [[maybe_unused]] const auto rest = json::parse(text, keep);
  } catch (const json::parse_error& error) {
    const auto line =
        1 +
        std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(error.byte, text.size())), '\n');
    return fail(ErrorKind::corrupt, "line {} is not JSON", line);
  } catch (const Stop& stop) {
    return std::unexpected(stop.error);
  }
  return {};
}

}  // namespace

Result<void> read_json_values(const NextText& next_text, std::string_view list_member, const JsonVisitor& visitor) {
  TRY(auto head, read_first_line(next_text));
  if (head.find_first_not_of(" \t\r\n") == std::string::npos) return {};
  if (!is_one_a_line(head, list_member)) {
    TRY(const auto text, read_rest(std::move(head), next_text));
    return read_document(text, list_member, visitor);
  }
  bool given = false;
  const auto with_head = [&]() -> Result<std::string_view> {
    if (!std::exchange(given, true)) return head;
    return next_text();
  };
  return read_json_lines(with_head, '\n', visitor);
}

}  // namespace nearme
