#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace nearme {

/// One value of a JsonTree, and what is in it: a view, good as long as the tree holds this document.
class JsonValue {
 public:
  enum class Type : std::uint8_t { null, boolean, number, text, list, object };

  [[nodiscard]] Type type() const { return node_->type; }
  [[nodiscard]] bool is(Type type) const { return node_->type == type; }
  /// As people who write JSON call it: "string", "array".
  [[nodiscard]] std::string_view type_name() const;

  /// Its name, where it is a field of an object.
  [[nodiscard]] std::string_view name() const { return node_->name; }

  /// Each for its own type alone.
  [[nodiscard]] bool truth() const { return node_->number != 0; }
  [[nodiscard]] double number() const { return node_->number; }
  [[nodiscard]] std::string_view text() const { return node_->text; }
  /// Of a number: that number, when it is written as a whole one from 0 up.
  [[nodiscard]] std::optional<std::uint64_t> whole() const {
    return node_->form == Form::natural ? std::optional(node_->bits) : std::nullopt;
  }

  /// How many entries a list has, or fields an object.
  [[nodiscard]] std::size_t size() const { return node_->children; }

  /// Goes through those, in their order; a value of another type has none.
  class Iterator;
  [[nodiscard]] Iterator begin() const;
  [[nodiscard]] Iterator end() const;

  /// The value as JSON again.
  [[nodiscard]] std::string dump() const;

 private:
  friend class JsonTree;
  enum class Form : std::uint8_t { fraction, natural, negative };
  struct Node {
    std::string_view name;
    std::string_view text;
    double number = 0;       ///< of a boolean: 1 when it is true
    std::uint64_t bits = 0;  ///< a whole number exactly; one below 0 in two's complement
    std::uint32_t children = 0;
    std::uint32_t nodes = 1;  ///< how many it takes with all that is in it
    Type type = Type::null;
    Form form = Form::fraction;
  };
  explicit JsonValue(const Node* node) : node_(node) {}
  [[nodiscard]] nlohmann::json to_json() const;

  const Node* node_;
};

class JsonValue::Iterator {
 public:
  using difference_type = std::ptrdiff_t;
  using value_type = JsonValue;

  Iterator() = default;
  JsonValue operator*() const { return JsonValue(node_); }
  Iterator& operator++() {
    node_ += node_->nodes;
    return *this;
  }
  Iterator operator++(int) {
    const Iterator here = *this;
    ++*this;
    return here;
  }
  friend bool operator==(const Iterator&, const Iterator&) = default;

 private:
  friend class JsonValue;
  explicit Iterator(const Node* node) : node_(node) {}

  const Node* node_ = nullptr;
};

inline JsonValue::Iterator JsonValue::begin() const { return Iterator(node_ + 1); }
inline JsonValue::Iterator JsonValue::end() const { return Iterator(node_ + node_->nodes); }

/// A JSON document laid flat, each value before what is in it: read several times as fast as into nlohmann::json, for
/// records of which there are millions. One tree reads any number of documents one after the other, and keeps its
/// memory from one to the next. Belongs to one thread.
class JsonTree {
 public:
  JsonTree();
  JsonTree(JsonTree&&) noexcept;
  JsonTree& operator=(JsonTree&&) noexcept;
  ~JsonTree();

  /// Reads a text, which need not live on. None when it is no JSON (RFC 8259), not UTF-8, has a number that no 64 bits
  /// hold, or is nested deeper than 1024.
  [[nodiscard]] std::optional<JsonValue> read(std::string_view json);

  /// Takes what was read otherwise, or changed since. Its texts are views of `json`. Nothing is in what lies deeper
  /// than 1024 levels.
  [[nodiscard]] JsonValue take(const nlohmann::json& json);

 private:
  class Parser;

  template <class Value>
  void add(std::string_view name, const Value& value, std::size_t depth);
  template <class Value>
  void add_children(std::size_t parent, const Value& value, std::size_t depth);

  std::unique_ptr<Parser> parser_;
  std::vector<JsonValue::Node> nodes_;
};

}  // namespace nearme
