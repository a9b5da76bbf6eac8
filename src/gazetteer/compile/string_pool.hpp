#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace nearme {

/// Every string once, numbered in the order in which they come.
class StringPool {
 public:
  std::uint32_t add(std::string_view string) {
    const auto [entry, is_new] =
        numbers_.try_emplace(std::string(string), static_cast<std::uint32_t>(starts_.size() - 1));
    if (is_new) {
      text_ += string;
      starts_.push_back(static_cast<std::uint32_t>(text_.size()));
    }
    return entry->second;
  }

  [[nodiscard]] std::string_view at(std::uint32_t number) const {
    return std::string_view(text_).substr(starts_[number], starts_[number + 1] - starts_[number]);
  }

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const std::vector<std::uint32_t>& starts() const { return starts_; }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::string text_;
  std::vector<std::uint32_t> starts_{0};
};

}  // namespace nearme
