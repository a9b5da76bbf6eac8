#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace nearme {

/// Names of languages in English, German, French, Spanish, Polish and in the language itself, folded, with the adverbs
/// that Polish makes of them ("po polsku") and the adjectives of German ("polnischsprachig"); by ICU.
class LanguageNames {
 public:
  static const LanguageNames& instance();

  /// The BCP 47 tag of the language that a folded word names; empty when it names none.
  [[nodiscard]] std::string_view find(std::string_view word) const;

  /// The same for words such as "polnischsprachige", which say that the language is spoken.
  [[nodiscard]] std::string_view find_spoken(std::string_view word) const;

 private:
  LanguageNames();
  void add_names_of(const char* tag);

  std::unordered_map<std::string, std::string> tags_;
};

}  // namespace nearme
