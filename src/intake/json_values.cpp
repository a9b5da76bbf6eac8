#include "intake/json_values.hpp"

#include <algorithm>
#include <utility>

#include "base/json.hpp"
#include "intake/first_line.hpp"
#include "intake/json_elements.hpp"

namespace nearme {
namespace {

using nlohmann::json;

/// Whether the first line is a whole object by itself, and no list of others.
bool is_one_a_line(std::string_view head, std::string_view list_member) {
  const auto begin = head.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos || head[begin] != '{') return false;
  const auto end = std::min(head.find('\n', begin), head.size());
  const auto first = json::parse(head.substr(begin, end - begin), nullptr, false);
  return first.is_object() && !first.contains(list_member);
}

/// Takes the elements of a list out of a document while it is parsed, so that it is never held as a whole.
class ListReader {
 public:
  ListReader(JsonCharacters& characters, std::string_view list_member, const JsonVisitor& visitor)
      : list_member_(list_member),
        visitor_(visitor),
        elements_(characters, visitor, "an element of the list is no JSON object") {}

  Result<void> read() {
    return elements_.read(
        [this](int depth, json::parse_event_t event, const json& parsed) { return on_event(depth, event, parsed); },
        [this](const json& root) { return has_list_ ? Result<void>{} : visitor_.on_value(1, root); });
  }

 private:
  /// Whether the parser shall keep what it has read. The list is the document, or a member of it.
  bool on_event(int depth, json::parse_event_t event, const json& parsed) {
    if (depth == 0 && event == json::parse_event_t::array_start) has_list_ = in_list_ = true;
    if (depth == 0 && event == json::parse_event_t::object_start) element_depth_ = 2;
    if (depth == 1 && event == json::parse_event_t::key)
      in_list_ = parsed.get_ref<const std::string&>() == list_member_;
    if (in_list_ && element_depth_ == 2 && depth == 1 && event == json::parse_event_t::array_start) has_list_ = true;
    return !in_list_ || !has_list_ || depth != element_depth_ || elements_.on_element(event, parsed);
  }

  std::string_view list_member_;
  const JsonVisitor& visitor_;
  JsonElements elements_;
  int element_depth_ = 1;
  bool in_list_ = false;
  bool has_list_ = false;
};

}  // namespace

Result<void> read_json_values(const NextText& next_text, std::string_view list_member, const JsonVisitor& visitor) {
  TRY(auto head, read_first_line(next_text));
  if (head.find_first_not_of(" \t\r\n") == std::string::npos) return {};
  if (!is_one_a_line(head, list_member)) {
    JsonCharacters characters(std::move(head), next_text);
    return ListReader(characters, list_member, visitor).read();
  }
  bool given = false;
  const auto with_head = [&]() -> Result<std::string_view> {
    if (!std::exchange(given, true)) return head;
    return next_text();
  };
  return read_json_lines(with_head, '\n', visitor);
}

}  // namespace nearme
