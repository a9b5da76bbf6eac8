#pragma once

#include <compare>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace nearme {

/// A name of one thing among its kind. `Id<SiteTag>` and `Id<TreatmentTag>` hold text alike but are different types, so
/// that one cannot be passed for the other. An empty id names nothing.
template <class Tag>
class Id {
 public:
  Id() = default;
  explicit Id(std::string text) : text_(std::move(text)) {}
  explicit Id(std::string_view text) : text_(text) {}
  explicit Id(const char* text) : text_(text) {}

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] bool empty() const { return text_.empty(); }

  friend bool operator==(const Id&, const Id&) = default;
  friend auto operator<=>(const Id&, const Id&) = default;

 private:
  std::string text_;
};

}  // namespace nearme

template <class Tag>
struct std::hash<nearme::Id<Tag>> {
  std::size_t operator()(const nearme::Id<Tag>& id) const noexcept { return std::hash<std::string>{}(id.text()); }
};
