#include "intake/geojson/features.hpp"

#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "intake/first_line.hpp"
#include "intake/json_lines.hpp"

namespace nearme {
namespace {

using nlohmann::json;

constexpr char kRecordSeparator = '\x1E';

/// Thrown through the JSON parser, which has no other way out, and caught where it was called.
struct Stop {
  Error error;
};

/// The characters of a text one after the other, with their line.
class Characters {
 public:
  Characters(std::string head, const NextText& next_text)
      : head_(std::move(head)), piece_(head_), next_text_(next_text) {}

  /// Whether there is a character at all; fetches the next piece where needed.
  bool has_more() {
    if (at_ < piece_.size()) return true;
    auto more = next_text_();
    if (!more) throw Stop{more.error()};
    piece_ = *more;
    at_ = 0;
    return !piece_.empty();
  }

  [[nodiscard]] char current() const { return piece_[at_]; }
  void advance() {
    if (piece_[at_] == '\n') ++line_;
    ++at_;
  }
  [[nodiscard]] std::uint64_t line() const { return line_; }

 private:
  std::string head_;
  std::string_view piece_;
  const NextText& next_text_;
  std::size_t at_ = 0;
  std::uint64_t line_ = 1;
};

/// What the JSON parser wants to read from. All iterators over one text move together.
class CharacterIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = char;

  CharacterIterator() = default;
  explicit CharacterIterator(Characters& characters) : characters_(&characters) {}

  char operator*() const { return characters_->current(); }
  CharacterIterator& operator++() {
    characters_->advance();
    return *this;
  }
  friend bool operator==(const CharacterIterator& a, const CharacterIterator& b) { return a.at_end() == b.at_end(); }

 private:
  [[nodiscard]] bool at_end() const { return characters_ == nullptr || !characters_->has_more(); }

  Characters* characters_ = nullptr;
};

/// Takes features out of a document while it is parsed, so that it is never held as a whole.
class DocumentReader {
 public:
  DocumentReader(Characters& characters, const FeatureVisitor& visitor) : characters_(characters), visitor_(visitor) {}

  Result<void> read() {
    try {
      const auto root = json::parse(
          CharacterIterator(characters_), CharacterIterator(),
          [this](int depth, json::parse_event_t event, json& parsed) { return on_event(depth, event, parsed); });
      return finish(root);
    } catch (const json::exception& error) {
      return fail(ErrorKind::corrupt, "line {} is not JSON: {}", characters_.line(), plain(error.what()));
    } catch (const Stop& stop) {
      return std::unexpected(stop.error);
    }
  }

 private:
  /// Whether the parser shall keep what it has read. Depth 1 is a member of the document, 2 an element of it.
  bool on_event(int depth, json::parse_event_t event, const json& parsed) {
    if (depth == 1 && event == json::parse_event_t::key) {
      member_ = parsed.get<std::string>();
      has_features_ = has_features_ || member_ == "features";
      return is_wanted(member_);
    }
    if (depth != 2 || member_ != "features") return true;
    switch (event) {
      case json::parse_event_t::object_start:
        line_ = characters_.line();
        return true;
      case json::parse_event_t::object_end:
        visit(line_, parsed);
        return false;
      case json::parse_event_t::array_end:
      case json::parse_event_t::value:
        visitor_.on_broken(characters_.line(), "a feature is no JSON object", parsed.dump());
        return false;
      default:
        return true;
    }
  }

  static bool is_wanted(std::string_view member) {
    return member == "type" || member == "features" || member == "geometry" || member == "properties" || member == "id";
  }

  void visit(std::uint64_t line, const json& feature) {
    if (auto visited = visitor_.on_feature(line, feature); !visited) throw Stop{visited.error()};
  }

  Result<void> finish(const json& root) {
    if (has_features_) return {};
    if (!root.is_object() || root.value("type", json()) != "Feature") {
      return fail(ErrorKind::corrupt, "this is JSON, but neither a FeatureCollection nor a Feature");
    }
    return visitor_.on_feature(1, root);
  }

  /// The parser's message without its own number and name.
  static std::string plain(std::string_view message) {
    const auto name_end = message.find("] ");
    return std::string(name_end == std::string_view::npos ? message : message.substr(name_end + 2));
  }

  Characters& characters_;
  const FeatureVisitor& visitor_;
  std::string member_;
  bool has_features_ = false;
  std::uint64_t line_ = 1;
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
  TRY(auto head, read_first_line(next_text));
  if (!begins_sequence(head)) {
    Characters characters(std::move(head), next_text);
    return DocumentReader(characters, visitor).read();
  }
  const bool has_separators = head.find(kRecordSeparator) != std::string::npos;
  const auto with_head = [&head, &next_text, given = false]() mutable -> Result<std::string_view> {
    if (!std::exchange(given, true)) return head;
    return next_text();
  };
  return read_json_lines(with_head, has_separators ? kRecordSeparator : '\n',
                         {.on_value = visitor.on_feature, .on_broken = visitor.on_broken});
}

}  // namespace nearme
