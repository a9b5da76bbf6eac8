#include "intake/offers.hpp"

#include <algorithm>

#include "base/vectors.hpp"
#include "intake/cells.hpp"

namespace nearme {
namespace {

Offer& offer_of(Services& services, const TreatmentId& treatment) {
  const auto found = std::ranges::find(services.offers, treatment, &Offer::treatment);
  if (found != services.offers.end()) return *found;
  return services.offers.emplace_back(Offer{.treatment = treatment, .price = std::nullopt, .practitioners = {}});
}

/// The catalogue's entry, or null and a note that it has none.
const Treatment* treatment_named(const std::string& words, std::uint64_t line, RowContext& context) {
  const auto* treatment = context.catalogue.treatment_called(words);
  if (treatment == nullptr) {
    context.notes.count("services that the catalogue does not know, kept as other services", line, words);
  }
  return treatment;
}

void add_price(Services& services, const PriceCell& cell, std::uint64_t line, RowContext& context) {
  const auto* treatment = treatment_named(cell.service, line, context);
  if (treatment == nullptr) return add_once(services.others, cell.service);
  auto& offer = offer_of(services, treatment->id);
  if (cell.price) offer.price = cell.price;
  if (!cell.price) context.notes.count("prices that could not be read, left out", line, cell.service);
}

const Kind* kind_named(const std::string& words, const Catalogue& catalogue) {
  if (const auto* kind = catalogue.kind_called(words)) return kind;
  return words.ends_with('s') ? catalogue.kind_called(words.substr(0, words.size() - 1)) : nullptr;
}

}  // namespace

Services services_of(const Row& row, RowContext& context) {
  Services services;
  for (const auto& words : list_of(row[Column::treatments])) {
    if (const auto* treatment = treatment_named(words, row.line, context)) {
      offer_of(services, treatment->id);
    } else {
      add_once(services.others, words);
    }
  }
  for (const auto& price : price_list_of(row[Column::prices])) add_price(services, price, row.line, context);
  return services;
}

std::vector<TreatmentId> treatments_of(const Row& row, RowContext& context) {
  std::vector<TreatmentId> treatments;
  for (const auto& words : list_of(row[Column::treatments])) {
    if (const auto* treatment = context.catalogue.treatment_called(words)) {
      add_once(treatments, treatment->id);
    } else {
      context.notes.count("treatments that the catalogue does not know, left out", row.line, words);
    }
  }
  return treatments;
}

Result<TreatmentId> one_treatment(const std::string& words, const Catalogue& catalogue) {
  if (words.empty()) return TreatmentId{};
  if (const auto* treatment = catalogue.treatment_called(words)) return treatment->id;
  return fail_parameter("treatment",
                        "treatment is none that the catalogue knows (write one id, name or synonym, such as "
                        "micro-needling; leave it empty for a claim about all treatments)");
}

std::vector<KindId> kinds_of(const Row& row, RowContext& context) {
  std::vector<KindId> kinds;
  auto cell = row[Column::kind];
  std::ranges::replace(cell, '|', ';');  // some registers part their types so
  for (const auto& words : list_of(cell)) {
    if (const auto* kind = kind_named(words, context.catalogue)) {
      add_once(kinds, kind->id);
    } else {
      context.notes.count("kinds that the catalogue does not know, left out", row.line, words);
    }
  }
  return kinds;
}

}  // namespace nearme
