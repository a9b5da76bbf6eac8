#include "search/plan/conditions.hpp"

namespace nearme {
namespace {

PriceRange price_of(const SearchRequest& request, const Question& question) {
  auto price = question.price;
  if (request.price_max_hundredths)
    price = {.least_hundredths = {}, .most_hundredths = request.price_max_hundredths, .currency = {}};
  if (!request.currency.empty()) price.currency = request.currency;
  return price;
}

}  // namespace

void take_conditions(const SearchRequest& request, const Question& question, Understood& understood) {
  understood.only_confirmed = request.only_confirmed || question.only_confirmed;
  understood.only_insured = question.only_insured;
  understood.only_wheelchair = request.only_wheelchair || question.only_wheelchair;
  understood.languages = request.languages.empty() ? question.languages : request.languages;
  understood.price = price_of(request, question);
  understood.sort = request.sort.value_or(question.sort.value_or(Sort::best));
  understood.hints = question.hints;
}

}  // namespace nearme
