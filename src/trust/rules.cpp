#include "trust/rules.hpp"

#include <algorithm>

#include "catalogue/entry.hpp"
#include "catalogue/guide_reader.hpp"
#include "text/unicode.hpp"

namespace nearme {
namespace {

constexpr double kMostDays = 3650;

std::vector<std::string> folded(const std::vector<std::string>& texts) {
  std::vector<std::string> all;
  for (const auto& text : texts) all.push_back(fold(text));
  return all;
}

Result<WayToMeet> way_from(const Entry& entry, const std::string& text) {
  const auto of = text.rfind(" of ");
  const auto whose = of == std::string::npos ? std::string{} : text.substr(of + 4);
  if (whose != "site" && whose != "practitioner")
    return entry.wrong_in("met_by", fmt::format("'{}' is no way to meet a rule; write \"licence of site\" or "
                                                "\"registration of practitioner\"",
                                                text));
  return WayToMeet{.claim = text.substr(0, of), .of = whose == "site" ? ClaimOf::site : ClaimOf::practitioner};
}

/// Puts an entry in the place of the one with its id, or at the end.
template <class T>
void put(std::vector<T>& entries, T entry) {
  const auto known = std::ranges::find(entries, entry.id, &T::id);
  if (known == entries.end()) {
    entries.push_back(std::move(entry));
  } else {
    *known = std::move(entry);
  }
}

}  // namespace

/// Gathers the files; rules are read last, when every jurisdiction and source is known.
class RulesReader {
 public:
  explicit RulesReader(const Catalogue& catalogue) : catalogue_(catalogue) {}

  Result<void> read_grounds(const Entry& file) {
    TRY_VOID(file.allow_only({"source", "jurisdiction", "rule"}));
    TRY_VOID(read_citations(file, citations_));
    TRY(const auto entries, file.entries("jurisdiction"));
    for (const auto& entry : entries) {
      TRY(auto jurisdiction, read_jurisdiction(entry));
      put(rules_.jurisdictions_, std::move(jurisdiction));
    }
    return {};
  }

  Result<void> read_rules(const Entry& file) {
    TRY(const auto entries, file.entries("rule"));
    for (const auto& entry : entries) {
      TRY(auto rule, read_rule(entry));
      put(rules_.rules_, std::move(rule));
    }
    return {};
  }

  /// Whatever a rule takes the place of is a rule, of whichever file.
  Result<void> check_replaced(const Entry& file) const {
    TRY(const auto entries, file.entries("rule"));
    for (const auto& entry : entries) {
      std::vector<std::string> replaced;
      TRY_VOID(entry.take("instead_of", replaced));
      for (const auto& id : replaced) {
        if (std::ranges::find(rules_.rules_, id, &TrustRule::id) == rules_.rules_.end())
          return entry.wrong_in("instead_of", fmt::format("there is no rule '{}'", id));
      }
    }
    return {};
  }

  TrustRules take() { return std::move(rules_); }

 private:
  static Result<Jurisdiction> read_jurisdiction(const Entry& entry) {
    TRY_VOID(entry.allow_only({"id", "name", "country", "regions", "towns", "postcode_areas"}));
    Jurisdiction read;
    TRY(read.id, entry.text("id"));
    TRY(read.name, entry.text("name"));
    TRY(read.country, entry.text("country"));
    TRY_VOID(entry.take("regions", read.regions));
    TRY_VOID(entry.take("towns", read.towns));
    TRY_VOID(entry.take("postcode_areas", read.postcode_areas));
    if (read.country.size() != 2) return entry.wrong_in("country", "a country is a code of two capitals such as GB");
    read.regions = folded(read.regions);
    read.towns = folded(read.towns);
    read.postcode_areas = folded(read.postcode_areas);
    return read;
  }

  Result<TrustRule> read_rule(const Entry& entry) const {
    TRY_VOID(entry.allow_only({"id", "jurisdiction", "instead_of", "treatments", "text", "met_by", "registers",
                               "stale_after_days", "source", "review_date", "reviewed_by"}));
    TrustRule rule;
    TRY(rule.id, entry.id("id"));
    TRY(rule.jurisdiction, entry.text("jurisdiction"));
    if (rules_.jurisdiction(rule.jurisdiction) == nullptr)
      return entry.wrong_in("jurisdiction", fmt::format("there is no jurisdiction '{}'; state it with [[jurisdiction]]",
                                                        rule.jurisdiction));
    TRY_VOID(entry.take("instead_of", rule.instead_of));
    TRY(rule.text, entry.text("text"));
    TRY_VOID(read_treatments(entry, rule));
    TRY_VOID(read_ways(entry, rule));
    TRY_VOID(read_age(entry, rule));
    TRY_VOID(read_source(entry, rule));
    return rule;
  }

  Result<void> read_treatments(const Entry& entry, TrustRule& rule) const {
    TRY_VOID(entry.take("treatments", rule.treatments));
    if (rule.treatments.empty()) return entry.wrong("a rule is for at least one treatment");
    for (const auto& id : rule.treatments) {
      if (catalogue_.find(id) == nullptr)
        return entry.wrong_in("treatments", fmt::format("there is no treatment '{}'", id.text()));
    }
    return {};
  }

  static Result<void> read_ways(const Entry& entry, TrustRule& rule) {
    std::vector<std::string> ways;
    TRY_VOID(entry.take("met_by", ways));
    if (ways.empty()) return entry.wrong("a rule says what meets it: met_by = [\"licence of site\"]");
    for (const auto& text : ways) {
      TRY(auto way, way_from(entry, text));
      rule.met_by.push_back(std::move(way));
    }
    TRY_VOID(entry.take("registers", rule.registers));
    rule.registers = folded(rule.registers);
    return {};
  }

  static Result<void> read_age(const Entry& entry, TrustRule& rule) {
    double days = kUsualStaleAfter.count();
    TRY_VOID(entry.take("stale_after_days", days));
    if (days < 1 || days > kMostDays) return entry.wrong_in("stale_after_days", "days are a number from 1 to 3650");
    rule.stale_after = std::chrono::days{static_cast<int>(days)};
    return {};
  }

  Result<void> read_source(const Entry& entry, TrustRule& rule) const {
    TRY(const auto* citation, cited(entry, citations_));
    if (citation->grade == 'D') return entry.wrong_in("source", "a source of grade D makes no rule; name a better one");
    rule.source = citation->name;
    rule.url = citation->url;
    TRY(rule.review_date, entry.text("review_date"));
    if (const auto date = parse_date(rule.review_date); !date)
      return entry.wrong_in("review_date", date.error().message);
    return entry.take("reviewed_by", rule.reviewed_by);
  }

  const Catalogue& catalogue_;
  Citations citations_;
  TrustRules rules_;
};

Result<TrustRules> TrustRules::load(std::span<const CatalogueFile> files, const Catalogue& catalogue) {
  std::vector<TomlValue> tables;
  for (const auto& file : files) {
    TRY(auto table, parse_toml(file.name, file.text));
    tables.push_back(std::move(table));
  }
  RulesReader reader(catalogue);
  for (std::size_t i = 0; i < files.size(); ++i) TRY_VOID(reader.read_grounds(Entry(files[i].name, tables[i])));
  for (std::size_t i = 0; i < files.size(); ++i) TRY_VOID(reader.read_rules(Entry(files[i].name, tables[i])));
  for (std::size_t i = 0; i < files.size(); ++i) TRY_VOID(reader.check_replaced(Entry(files[i].name, tables[i])));
  return reader.take();
}

std::vector<const TrustRule*> TrustRules::rules_for(const TreatmentId& treatment, const Address& address) const {
  const PlaceOfAddress place(address);
  std::vector<const TrustRule*> found;
  for (const auto& rule : rules_) {
    if (std::ranges::find(rule.treatments, treatment) == rule.treatments.end()) continue;
    if (holds(*jurisdiction(rule.jurisdiction), place)) found.push_back(&rule);
  }
  std::vector<std::string> replaced;
  for (const auto* rule : found) replaced.insert(replaced.end(), rule->instead_of.begin(), rule->instead_of.end());
  std::erase_if(found, [&](const TrustRule* rule) { return std::ranges::find(replaced, rule->id) != replaced.end(); });
  return found;
}

const Jurisdiction* TrustRules::jurisdiction(std::string_view id) const {
  const auto found = std::ranges::find(jurisdictions_, id, &Jurisdiction::id);
  return found == jurisdictions_.end() ? nullptr : &*found;
}

}  // namespace nearme
