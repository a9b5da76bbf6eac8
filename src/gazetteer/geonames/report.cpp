#include "gazetteer/geonames/report.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/json.hpp"

namespace nearme {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t kRejectedShown = 10;

ordered_json rejected_json(const GazetteerReport& report) {
  auto json = ordered_json::array();
  for (const auto& [line, reason, value] : report.rejected)
    json.push_back({{"line", line}, {"reason", reason}, {"value", value}});
  return json;
}

}  // namespace

void GazetteerReport::reject(std::uint64_t line, RowFault fault) {
  ++rejected_rows;
  ++reject_reasons[fault.reason];
  if (rejected.size() < kMostRejected)
    rejected.push_back({.line = line, .reason = std::move(fault.reason), .value = std::move(fault.value)});
}

std::string to_json(const GazetteerReport& report) {
  const ordered_json json{{"source", report.source},
                          {"format", "geonames"},
                          {"subject", to_string(report.kind)},
                          {"dry_run", report.dry_run},
                          {"rows",
                           {{"read", report.read},
                            {"taken", report.taken},
                            {"skipped", report.skipped},
                            {"rejected", report.rejected_rows}}},
                          {"rejected", rejected_json(report)},
                          {"reject_reasons", report.reject_reasons},
                          {"notes", report.notes}};
  return json.dump(2, ' ', false, ordered_json::error_handler_t::replace);
}

std::string to_text(const GazetteerReport& report) {
  auto text = fmt::format("{} of {}{}\n", to_string(report.kind), report.source,
                          report.dry_run ? " (dry run: nothing was changed)" : "");
  text += fmt::format("  read {}, taken {}, skipped {}, rejected {}\n", report.read, report.taken, report.skipped,
                      report.rejected_rows);
  for (const auto& note : report.notes) text += fmt::format("  {}\n", note);
  for (const auto& [reason, count] : report.reject_reasons) text += fmt::format("  {} x {}\n", count, reason);
  const auto shown = std::min(kRejectedShown, report.rejected.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const auto& [line, reason, value] = report.rejected[i];
    text += fmt::format("    line {}: {}: '{}'\n", line, reason, value);
  }
  if (report.rejected_rows > shown) text += fmt::format("    and {} more\n", report.rejected_rows - shown);
  return text;
}

}  // namespace nearme
