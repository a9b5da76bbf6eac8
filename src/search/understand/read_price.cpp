#include "search/understand/read_price.hpp"

#include <cmath>

#include <fmt/format.h>

#include "search/understand/numbers.hpp"
#include "search/understand/word_runs.hpp"

namespace nearme {
namespace {

enum class Limit : std::uint8_t { most, least };

const WordRuns<Limit>& words_before_a_limit() {
  static const WordRuns<Limit> kRuns{
      {Limit::most,
       {"under",
        "below",
        "less than",
        "for less than",
        "for under",
        "max",
        "maximum",
        "up to",
        "no more than",
        "not more than",
        "at most",
        "cheaper than",
        "within",
        "budget of",
        "budget",
        "my budget is",
        "for max",
        "costs less than",
        "costing less than",
        "price under",
        "price below",
        "price max",
        "priced under",
        "unter",
        "weniger als",
        "bis",
        "bis zu",
        "maximal",
        "hochstens",
        "fur unter",
        "billiger als",
        "gunstiger als",
        "moins de",
        "moins cher que",
        "a moins de",
        "jusqu'a",
        "au maximum",
        "maximum de",
        "menos de",
        "por menos de",
        "hasta",
        "maximo",
        "maximo de",
        "por debajo de",
        "do",
        "ponizej",
        "maks",
        "maksymalnie",
        "mniej niz",
        "taniej niz"}},
      {Limit::least,
       {"over",   "above", "more than", "at least", "from",       "starting at", "starting from", "minimum",
        "min",    "uber",  "mehr als",  "ab",       "mindestens", "plus de",     "a partir de",   "au moins",
        "mas de", "desde", "al menos",  "powyzej",  "od",         "co najmniej"}}};
  return kRuns;
}

const WordRuns<bool>& words_before_a_range() {
  static const WordRuns<bool> kRuns{
      {true, {"between", "from", "zwischen", "von", "entre", "de", "desde", "miedzy", "pomiedzy", "od"}}};
  return kRuns;
}

const WordRuns<bool>& words_inside_a_range() {
  static const WordRuns<bool> kRuns{{true, {"and", "to", "und", "bis", "et", "a", "y", "hasta", "i", "do"}}};
  return kRuns;
}

const WordRuns<bool>& words_behind_a_limit() {
  static const WordRuns<bool> kRuns{
      {true,
       {"or less", "or under", "or below", "or cheaper", "max", "maximum", "tops", "at most", "and under", "and below",
        "oder weniger", "maximal", "ou moins", "maximum", "o menos", "maximo", "lub mniej", "maks"}}};
  return kRuns;
}

const WordRuns<std::string_view>& currencies() {
  static const WordRuns<std::string_view> kRuns{
      {"GBP", {"£", "gbp", "pound", "pounds", "quid", "pfund", "livres", "libras", "funtow"}},
      {"EUR", {"€", "eur", "euro", "euros"}},
      {"USD", {"$", "usd", "dollar", "dollars", "bucks", "dolares", "dolarow"}},
      {"PLN", {"zl", "pln", "zloty", "zlotys", "zlotych", "zlote"}},
      {"CHF", {"chf", "francs", "franken", "franc", "sfr"}},
      {"AUD", {"aud"}},
      {"CAD", {"cad"}}};
  return kRuns;
}

/// An amount with its currency, which may stand on either side of it or be missing.
struct Amount {
  double value = 0;
  std::string_view currency;
  std::size_t end = 0;
};

std::string_view currency_at(const QuestionWords& words, std::size_t& at) {
  const auto match = currencies().find(words.tokens(), at);
  if (match.words == 0 || words.is_explained(at)) return {};
  at += match.words;
  return match.meaning;
}

std::string_view currency_stuck_to(const WrittenNumber& number) {
  if (number.unit.empty()) return {};
  return currencies().find({{.word = std::string{number.unit}, .begin = 0, .end = 0}}, 0).meaning;
}

std::optional<Amount> amount_at(const QuestionWords& words, std::size_t at) {
  Amount amount;
  amount.currency = currency_at(words, at);
  const auto number = digits_at(words, at);
  if (!number) return std::nullopt;
  amount.value = number->value;
  amount.end = number->end;
  if (const auto stuck = currency_stuck_to(*number); !stuck.empty()) {
    amount.currency = stuck;
  } else if (!number->unit.empty()) {
    return std::nullopt;
  } else if (amount.currency.empty()) {
    amount.currency = currency_at(words, amount.end);
  }
  return amount;
}

std::int64_t hundredths(double amount) { return std::llround(amount * 100); }

/// "150 GBP", or "150".
std::string amount_words(const Amount& amount) {
  return fmt::format("{:g}{}{}", amount.value, amount.currency.empty() ? "" : " ", amount.currency);
}

template <class Meaning>
std::size_t behind(const QuestionWords& words, const WordRuns<Meaning>& runs, std::size_t at) {
  const auto match = runs.find(words.tokens(), at);
  return match.words > 0 && words.is_unexplained({at, at + match.words}) ? at + match.words : at;
}

/// "between 50 and 100", "£50-£100".
bool read_range_at(QuestionWords& words, std::size_t begin) {
  const auto first = behind(words, words_before_a_range(), begin);
  const auto least = amount_at(words, first);
  if (!least) return false;
  const auto second = behind(words, words_inside_a_range(), least->end);
  const auto most = amount_at(words, second);
  const bool is_joined =
      second > least->end || (most && words.between(least->end - 1, least->end).find('-') != std::string_view::npos);
  if (!most || !is_joined || most->value < least->value) return false;
  const auto currency = most->currency.empty() ? least->currency : most->currency;
  if (currency.empty() && first == begin) return false;
  words.question.price = {.least_hundredths = hundredths(least->value),
                          .most_hundredths = hundredths(most->value),
                          .currency = std::string{currency}};
  words.explain({begin, most->end}, "price", fmt::format("{:g}-{}", least->value, amount_words(*most)));
  return true;
}

/// "under £150", "£150 or less", "£150".
bool read_limit_at(QuestionWords& words, std::size_t begin) {
  const auto before = words_before_a_limit().find(words.tokens(), begin);
  const bool is_limited = before.words > 0 && words.is_unexplained({begin, begin + before.words});
  const auto amount = amount_at(words, begin + (is_limited ? before.words : 0));
  if (!amount) return false;
  const auto end = behind(words, words_behind_a_limit(), amount->end);
  const bool is_least = is_limited && before.meaning == Limit::least;
  const bool is_sure = !amount->currency.empty() || (is_limited && !is_least) || end > amount->end;
  if (!is_sure) return false;
  auto& price = words.question.price;
  (is_least ? price.least_hundredths : price.most_hundredths) = hundredths(amount->value);
  price.currency = amount->currency;
  words.explain({begin, end}, "price", (is_least ? "from " : "up to ") + amount_words(*amount));
  return true;
}

}  // namespace

void read_price(QuestionWords& words) {
  for (std::size_t begin = 0; begin < words.size(); ++begin) {
    if (!words.is_explained(begin) && (read_range_at(words, begin) || read_limit_at(words, begin))) return;
  }
}

}  // namespace nearme
