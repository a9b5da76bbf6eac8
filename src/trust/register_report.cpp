#include "trust/register_report.hpp"

#include <algorithm>

#include "base/json.hpp"

namespace nearme {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostShown = 10;

Json rows_json(const RowCounts& rows) {
  return {{"read", rows.read},        {"taken", taken(rows)},        {"added", rows.added},
          {"changed", rows.changed},  {"unchanged", rows.unchanged}, {"withdrawn", rows.retired},
          {"rejected", rows.rejected}};
}

}  // namespace

std::string to_json(const RegisterReport& report) {
  auto rejected = Json::array();
  for (const auto& each : report.rejected)
    rejected.push_back({{"file", report.file}, {"line", each.line}, {"reason", each.reason}, {"value", each.value}});
  const Json json{{"register", report.about.id.text()},
                  {"name", report.about.name},
                  {"kind", to_string(report.about.kind)},
                  {"jurisdiction", report.about.jurisdiction},
                  {"dated", format_date(report.about.dated)},
                  {"format", report.format},
                  {"file", report.file},
                  {"dry_run", report.dry_run},
                  {"rows", rows_json(report.rows)},
                  {"rejected", rejected},
                  {"notes", report.notes}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

std::string to_text(const RegisterReport& report) {
  const auto& rows = report.rows;
  auto text = fmt::format("{} ({}), as of {}{}\n", report.about.name, report.about.id.text(),
                          format_date(report.about.dated), report.dry_run ? "; a dry run, nothing was changed" : "");
  text += fmt::format("{:>10} rows read: {} added, {} changed, {} unchanged, {} rejected\n", rows.read, rows.added,
                      rows.changed, rows.unchanged, rows.rejected);
  text += fmt::format("{:>10} withdrawn since the last file\n", rows.retired);
  for (const auto& note : report.notes) text += fmt::format("           {}\n", note);
  for (std::size_t i = 0; i < std::min(kMostShown, report.rejected.size()); ++i) {
    const auto& each = report.rejected[i];
    text += fmt::format("{}:{}: {}{}\n", report.file, each.line, each.reason,
                        each.value.empty() ? "" : ": '" + each.value + "'");
  }
  if (report.rejected.size() > kMostShown)
    text += fmt::format("and {} more rejected rows; --report FILE has them all\n", report.rejected.size() - kMostShown);
  return text;
}

}  // namespace nearme
