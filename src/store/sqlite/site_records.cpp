#include "store/sqlite/site_records.hpp"

#include <string>

#include "store/sqlite/record_json.hpp"

namespace nearme {
namespace {

constexpr std::string_view kMembers =
    "SELECT member FROM site_group WHERE leader = coalesce((SELECT leader FROM site_group WHERE member = ?1), ?1) "
    "ORDER BY place";

constexpr std::string_view kRecord =
    "SELECT content FROM record WHERE kind = 0 AND retired = 0 AND id = ? "
    "AND source <> coalesce((SELECT number FROM source WHERE id = 'api'), 0)";

Result<std::vector<std::string>> members_of_group(Database& database, std::string_view id) {
  TRY(auto rows, database.prepare(kMembers));
  std::vector<std::string> ids;
  TRY(bool more, rows.first(id));
  while (more) {
    ids.emplace_back(rows.text(0));
    TRY(more, rows.next());
  }
  if (ids.empty()) ids.emplace_back(id);
  return ids;
}

}  // namespace

Result<std::vector<Site>> read_records_of_site(Database& database, std::string_view id) {
  TRY(const auto ids, members_of_group(database, id));
  TRY(auto find, database.prepare(kRecord));
  std::vector<Site> records;
  ContentReader reader;
  for (const auto& member : ids) {
    TRY(const bool found, find.first(member));
    if (!found) continue;
    TRY(auto record, reader.site(find.text(0)));
    records.push_back(std::move(record));
    find.restart();
  }
  return records;
}

}  // namespace nearme
