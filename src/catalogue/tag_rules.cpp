#include "catalogue/tag_rules.hpp"

#include <cassert>
#include <set>

#include "catalogue/osm_rule.hpp"

namespace nearme {
namespace {

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Calls `use` with each item of "nails; cosmetics" that is not empty.
template <class Use>
void for_each_item(std::string_view list, Use use) {
  while (!list.empty()) {
    const auto end = list.find(';');
    if (const auto item = trim(list.substr(0, end)); !item.empty()) use(item);
    list.remove_prefix(end == std::string_view::npos ? list.size() : end + 1);
  }
}

}  // namespace

TagRules::TagRules(const Catalogue& catalogue) {
  for (const auto& kind : catalogue.kinds()) {
    for (const auto& text : kind.osm) {
      const auto rule = parse_osm_rule(text);
      assert(rule);  // the catalogue has checked it
      auto& of_key = keys_[std::string(rule->key)];
      auto& kinds = rule->value.empty() ? of_key.any : of_key.exact[std::string(rule->value)];
      kinds.push_back(kinds_.size());
    }
    kinds_.push_back(kind.id);
  }
}

std::vector<KindId> TagRules::kinds_of(const Tags& tags) const {
  std::set<std::size_t> exact;
  std::set<std::size_t> any;
  for (const auto& [key, value] : tags) {
    const auto rules = keys_.find(key);
    if (rules == keys_.end()) continue;
    for_each_item(value, [&](std::string_view item) {
      if (item == "no") return;
      const auto found = rules->second.exact.find(std::string(item));
      if (found != rules->second.exact.end()) {
        exact.insert(found->second.begin(), found->second.end());
      } else {
        any.insert(rules->second.any.begin(), rules->second.any.end());
      }
    });
  }
  std::vector<KindId> kinds;
  for (const auto number : exact) kinds.push_back(kinds_[number]);
  for (const auto number : any) {
    if (!exact.contains(number)) kinds.push_back(kinds_[number]);
  }
  return kinds;
}

bool TagRules::knows_key(std::string_view key) const { return keys_.contains(std::string(key)); }

}  // namespace nearme
