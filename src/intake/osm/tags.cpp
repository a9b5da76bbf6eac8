#include "intake/osm/tags.hpp"

#include <array>
#include <charconv>

#include "intake/cells.hpp"

namespace nearme {
namespace {

/// The tags that a column is taken from, best first.
struct TagsOfColumn {
  Column column;
  std::array<std::string_view, 5> keys;  ///< empty ones mean nothing
};

constexpr std::array kTagsOfColumns{
    TagsOfColumn{Column::name, {"name", "name:en", "brand", "operator", "official_name"}},
    TagsOfColumn{Column::house_number, {"addr:housenumber", "addr:housename", "", "", ""}},
    TagsOfColumn{Column::street, {"addr:street", "addr:place", "contact:street", "", ""}},
    TagsOfColumn{Column::city, {"addr:city", "addr:town", "addr:village", "addr:suburb", "contact:city"}},
    TagsOfColumn{Column::region, {"addr:state", "addr:province", "addr:county", "addr:region", ""}},
    TagsOfColumn{Column::postcode, {"addr:postcode", "contact:postcode", "", "", ""}},
    TagsOfColumn{Column::country, {"addr:country", "contact:country", "", "", ""}},
    TagsOfColumn{Column::phone, {"phone", "contact:phone", "contact:mobile", "mobile", ""}},
    TagsOfColumn{Column::email, {"email", "contact:email", "", "", ""}},
    TagsOfColumn{Column::website, {"website", "contact:website", "url", "contact:url", ""}},
    TagsOfColumn{Column::booking_url, {"website:booking", "booking:website", "contact:booking", "", ""}},
    TagsOfColumn{Column::opening_hours, {"opening_hours", "", "", "", ""}},
    TagsOfColumn{Column::wheelchair, {"wheelchair", "", "", "", ""}},
    TagsOfColumn{Column::description, {"description", "description:en", "", "", ""}},
};

std::string first_value(const Tags& tags, const std::array<std::string_view, 5>& keys) {
  for (const auto key : keys) {
    const auto found = tags.find(std::string(key));
    if (found == tags.end() || key.empty()) continue;
    if (auto value = tidy(found->second); !value.empty()) return value;
  }
  return {};
}

/// The languages of tags such as language:de=yes, joined by semicolons. "main" and "designated" are as good as yes.
std::string languages_of(const Tags& tags) {
  constexpr std::string_view kPrefix = "language:";
  std::string languages;
  for (const auto& [key, value] : tags) {
    if (!key.starts_with(kPrefix) || value == "no") continue;
    languages += (languages.empty() ? "" : ";") + key.substr(kPrefix.size());
  }
  return languages;
}

std::string joined(const std::vector<KindId>& kinds) {
  std::string text;
  for (const auto& kind : kinds) text += (text.empty() ? "" : ";") + kind.text();
  return text;
}

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failure != std::errc{} || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return number;
}

struct TypeName {
  std::string_view written;
  std::string_view type;
};
constexpr std::array kTypeNames{TypeName{"node/", "node"}, TypeName{"way/", "way"}, TypeName{"relation/", "relation"},
                                TypeName{"n", "node"},     TypeName{"w", "way"},    TypeName{"r", "relation"}};

}  // namespace

void fill_from_tags(Row& row, const Tags& tags, const std::vector<KindId>& kinds, RowContext& context) {
  for (const auto& [column, keys] : kTagsOfColumns) row[column] = first_value(tags, keys);
  row[Column::languages] = languages_of(tags);
  row[Column::kind] = joined(kinds);
  if (!says_nothing(row[Column::name])) return;
  const auto* kind = context.catalogue.find(kinds.front());
  row[Column::name] = kind == nullptr ? kinds.front().text() : std::string(name_of(kind->names));
  context.notes.count("objects without a name, called by their kind", row.line, row[Column::name]);
}

std::string osm_id(std::string_view type, std::int64_t number) { return fmt::format("osm-{}-{}", type, number); }

std::optional<std::string> osm_id_from(std::string_view text) {
  for (const auto& [written, type] : kTypeNames) {
    if (!text.starts_with(written)) continue;
    if (const auto number = whole_number(text.substr(written.size()))) return osm_id(type, *number);
  }
  const auto area = text.starts_with('a') ? whole_number(text.substr(1)) : std::nullopt;
  if (!area) return std::nullopt;
  return *area % 2 == 0 ? osm_id("way", *area / 2) : osm_id("relation", (*area - 1) / 2);
}

}  // namespace nearme
