#include "catalogue/wording.hpp"

#include <algorithm>

namespace nearme {
namespace {

bool is_upper_or_digit(char letter) { return (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9'); }

}  // namespace

bool is_jurisdiction(std::string_view text) {
  const auto country = text.substr(0, text.find('-'));
  const auto is_code = [](std::string_view code) { return std::ranges::all_of(code, is_upper_or_digit); };
  if (country.size() != 2 || !is_code(country)) return false;
  if (country.size() == text.size()) return true;
  const auto part = text.substr(3);
  return !part.empty() && part.size() <= 3 && is_code(part);
}

std::string address_word(const Wording& wording) {
  std::string word;
  for (const char c : wording.names.at("en")) {
    const bool is_upper = c >= 'A' && c <= 'Z';
    const bool is_kept = is_upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (is_kept) {
      word += is_upper ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (!word.empty() && word.back() != '-') {
      word += '-';
    }
  }
  while (word.ends_with('-')) word.pop_back();
  return word;
}

const Wording* wording_in(const std::vector<Wording>& wordings, std::string_view jurisdiction,
                          const TreatmentId& treatment) {
  const auto country = jurisdiction.substr(0, jurisdiction.find('-'));
  for (const auto place : {jurisdiction, country}) {
    const auto found = std::ranges::find_if(wordings, [&](const Wording& wording) {
      return wording.treatment == treatment && std::ranges::count(wording.jurisdictions, place) > 0;
    });
    if (found != wordings.end()) return &*found;
  }
  return nullptr;
}

}  // namespace nearme
