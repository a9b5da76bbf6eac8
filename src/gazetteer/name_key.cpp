#include "gazetteer/name_key.hpp"

#include <algorithm>
#include <array>

#include "text/tokens.hpp"

namespace nearme {
namespace {

struct Abbreviation {
  std::string_view written;
  std::string_view meant;
};

/// "Sankt" is here so that "St. Gallen" is "Sankt Gallen", whatever the St stands for.
constexpr std::array kAbbreviations{
    Abbreviation{"st", "saint"}, Abbreviation{"ste", "sainte"}, Abbreviation{"sankt", "saint"},
    Abbreviation{"mt", "mount"}, Abbreviation{"ft", "fort"},
};

std::string_view spelled_out(std::string_view word) {
  const auto* const found = std::ranges::find(kAbbreviations, word, &Abbreviation::written);
  return found == kAbbreviations.end() ? word : found->meant;
}

}  // namespace

std::string name_key(std::string_view name) {
  const auto tokens = tokenize(name);
  if (tokens.size() == 1) return tokens.front().word;
  std::string key;
  for (const auto& token : tokens) key += spelled_out(token.word);
  return key;
}

std::vector<std::string> prefix_keys(std::string_view prefix) {
  auto tokens = tokenize(prefix);
  if (tokens.empty()) return {};
  const std::string last = std::move(tokens.back().word);
  tokens.pop_back();
  std::string start;
  for (const auto& token : tokens) start += spelled_out(token.word);
  std::vector keys{start + last};
  if (spelled_out(last) != last) keys.push_back(start + std::string(spelled_out(last)));
  return keys;
}

}  // namespace nearme
