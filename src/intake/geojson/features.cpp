#include "intake/geojson/features.hpp"

#include <utility>

#include "base/json.hpp"
#include "intake/first_line.hpp"
#include "intake/json_elements.hpp"
#include "intake/json_lines.hpp"
#include "intake/notes.hpp"

namespace nearme {
namespace {

using nlohmann::json;

constexpr char kRecordSeparator = '\x1E';

/// Takes features out of a document while it is parsed, so that it is never held as a whole.
class DocumentReader {
 public:
  DocumentReader(JsonCharacters& characters, const JsonVisitor& visitor)
      : characters_(characters), visitor_(visitor), elements_(characters, visitor, "a feature is no JSON object") {}

  Result<void> read() {
    return elements_.read(
        [this](int depth, json::parse_event_t event, const json& parsed) { return on_event(depth, event, parsed); },
        [this](const json& root) { return finish(root); });
  }

 private:
  /// Whether the parser shall keep what it has read. Depth 1 is a member of the document, 2 an element of it.
  bool on_event(int depth, json::parse_event_t event, const json& parsed) {
    if (depth == 1 && event == json::parse_event_t::key) {
      member_ = parsed.get<std::string>();
      has_features_ = has_features_ || member_ == "features";
      return is_wanted(member_);
    }
    if (member_ != "features") return true;
    if (depth == 1) check_is_list(event);
    return depth != 2 || elements_.on_element(event, parsed);
  }

  void check_is_list(json::parse_event_t event) const {
    if (event != json::parse_event_t::object_start && event != json::parse_event_t::value) return;
    throw JsonStop{{.kind = ErrorKind::corrupt,
                    .message = fmt::format("the 'features' on line {} are no list; a FeatureCollection has a list of "
                                           "features, in square brackets",
                                           characters_.line())}};
  }

  static bool is_wanted(std::string_view member) {
    return member == "type" || member == "features" || member == "geometry" || member == "properties" || member == "id";
  }

  Result<void> finish(const json& root) {
    const auto type = root.is_object() ? root.value("type", json()) : json();
    if (has_features_ && type.is_string() && type != "FeatureCollection") {
      return fail(ErrorKind::corrupt, "this has 'features', but its 'type' is '{}', not FeatureCollection",
                  excerpt(type.get<std::string>(), 40));
    }
    if (has_features_) return {};
    if (type == "Feature") return visitor_.on_value(1, root);
    return fail(ErrorKind::corrupt, "this is JSON, but no GeoJSON with features: {}", what_is(type));
  }

  static std::string what_is(const json& type) {
    if (type == "FeatureCollection") return "a FeatureCollection needs a list of 'features'";
    if (!type.is_string()) return "it has no 'type' FeatureCollection or Feature";
    return fmt::format(
        "its 'type' is '{}', not FeatureCollection or Feature; a geometry alone has no name to be found by",
        excerpt(type.get<std::string>(), 40));
  }

  JsonCharacters& characters_;
  const JsonVisitor& visitor_;
  JsonElements elements_;
  std::string member_;
  bool has_features_ = false;
};

/// Whether the first line is a whole JSON value by itself, and no collection: then every line is one.
bool begins_sequence(std::string_view head) {
  const auto begin = head.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return false;
  if (head[begin] == kRecordSeparator) return true;
  const auto end = head.find('\n', begin);
  if (end == std::string_view::npos) return false;
  const auto first = head.substr(begin, end - begin);
  bool has_features = false;
  const auto only_features = [&](int depth, json::parse_event_t event, const json& parsed) {
    if (depth == 1 && event == json::parse_event_t::key && parsed == "features") has_features = true;
    return depth == 0;
  };
  const auto parsed = json::parse(first, only_features, false);
  return !parsed.is_discarded() && !has_features;
}

}  // namespace

Result<void> read_features(const NextText& next_text, const FeatureVisitor& visitor) {
  const JsonVisitor values{.on_value = visitor.on_feature, .on_broken = visitor.on_broken};
  TRY(auto head, read_first_line(next_text));
  if (!begins_sequence(head)) {
    JsonCharacters characters(std::move(head), next_text);
    return DocumentReader(characters, values).read();
  }
  const bool has_separators = head.find(kRecordSeparator) != std::string::npos;
  const auto with_head = [&head, &next_text, given = false]() mutable -> Result<std::string_view> {
    if (!std::exchange(given, true)) return head;
    return next_text();
  };
  return read_json_lines(with_head, has_separators ? kRecordSeparator : '\n', values);
}

}  // namespace nearme
