#include "service/pages/origins_view.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/json.hpp"
#include "directory/merged_site.hpp"
#include "service/pages/open_words.hpp"
#include "service/pages/wording.hpp"

namespace nearme {
namespace {

using nlohmann::json;

/// The fields that a reader knows, in the order of the page, and the messages that name them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 16> kFields{{{"name", "origin.name"},
                                                                                 {"kinds", "filter.kind"},
                                                                                 {"address", "compare.address"},
                                                                                 {"position", "origin.position"},
                                                                                 {"phone", "compare.telephone"},
                                                                                 {"email", "origin.email"},
                                                                                 {"website", "site.website"},
                                                                                 {"booking_url", "origin.booking"},
                                                                                 {"description", "origin.description"},
                                                                                 {"offers", "site.offers-title"},
                                                                                 {"other_services", "origin.services"},
                                                                                 {"opening_hours", "site.hours"},
                                                                                 {"wheelchair", "compare.wheelchair"},
                                                                                 {"languages", "compare.languages"},
                                                                                 {"rating", "why.rating"},
                                                                                 {"time_zone", "origin.time-zone"}}};

json row(std::string what, std::string source) {
  return {{"what", std::move(what)}, {"source", std::move(source)}, {"others", json::array()}};
}

/// "“table” says: Alfa"; of what is no text, that it says something else.
std::string said_words(const Language& language, const FieldOrigin::Said& said) {
  const auto value = json::parse(said.value, nullptr, false);
  if (!value.is_string()) return language.say("origin.differs", {{"source", said.source.text()}});
  return language.say("origin.says", {{"source", said.source.text()}, {"value", value.get<std::string>()}});
}

json field_rows(const Language& language, const std::vector<Site>& records) {
  const auto origins = origins_of(records);
  auto rows = json::array();
  for (const auto& [field, message] : kFields) {
    const auto origin = std::ranges::find(origins, field, &FieldOrigin::field);
    if (origin == origins.end()) continue;
    rows.push_back(row(language.say(message), origin->won.source.text()));
    for (const auto& said : origin->lost) rows.back()["others"].push_back(said_words(language, said));
  }
  return rows;
}

/// A row that names every source of some records once.
template <class Records>
void add_sources(json& rows, std::string what, const Records& records) {
  std::vector<std::string> sources;
  for (const auto& record : records) {
    const auto& source = record.source.text();
    if (!source.empty() && std::ranges::count(sources, source) == 0) sources.push_back(source);
  }
  for (const auto& source : sources) rows.push_back(row(what, source));
}

json record_view(const Site& record, const SiteSetting& setting) {
  const auto day = record.updated_at ? std::optional(local_day(setting.time_zone, *record.updated_at)) : std::nullopt;
  return {{"source", setting.language.say("quantity.quoted", {{"text", record.source.text()}})},
          {"changed", day ? setting.language.say("site.last-changed", {{"updated", date_words(setting.language, *day)}})
                          : setting.language.say("origin.no-day")}};
}

}  // namespace

json origins_view(const Listing& listing, const std::vector<Site>& records, const SiteSetting& setting) {
  const auto& language = setting.language;
  const bool is_merged = records.size() > 1;
  json view{{"is_merged", is_merged}, {"records", json::array()}, {"rows", json::array()}};
  for (const auto& record : is_merged ? records : std::vector{listing.site})
    view["records"].push_back(record_view(record, setting));
  view["rows"] = is_merged ? field_rows(language, records)
                           : json::array({row(language.say("origin.place"), listing.site.source.text())});
  add_sources(view["rows"], language.say("site.practitioners"), listing.practitioners);
  add_sources(view["rows"], language.say("site.evidence"), listing.claims);
  return view;
}

}  // namespace nearme
