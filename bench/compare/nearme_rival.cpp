#include "compare/nearme_rival.hpp"

#include <algorithm>

#include "engine/ways.hpp"

namespace nearme {
namespace {

const QueryClass& class_of(Asked asked) {
  const auto name = std::ranges::find(kAskedClasses, asked, &AskedClass::asked)->name;
  return *std::ranges::find(query_classes(), name, &QueryClass::name);
}

}  // namespace

void NearmeRival::ask(Asked asked, const Question& question) {
  const QueryClass& each = class_of(asked);
  answer_ = each.way.fast(ground_, question.probe, each.filter(ground_, question.probe));
}

Given NearmeRival::given() const {
  Given given{.sites = {}, .count = answer_.count.sites, .facets = {}};
  for (const Hit& hit : answer_.hits) given.sites.push_back(to_number(hit.site));
  for (std::size_t number = 0; number < answer_.facets.size(); ++number) {
    for (const auto& [id, count] : answer_.facets[number].second)
      given.facets.emplace_back(rows_.values.number_of(std::string(kFacetFamilies[number]).append(id)), count);
  }
  std::ranges::sort(given.facets);
  return given;
}

}  // namespace nearme
