#include "intake/report_since.hpp"

#include <cmath>

#include <fmt/format.h>

#include "base/json.hpp"
#include "intake/json_member.hpp"

namespace nearme {
namespace {

using nlohmann::json;

std::uint64_t count_in(const json& object, std::string_view name) {
  const auto& count = member(object, name);
  return count.is_number_unsigned() ? count.get<std::uint64_t>() : 0;
}

void compare_counts(const ImportReport& report, const json& before, std::vector<std::string>& sentences) {
  const auto& rows = member(before, "rows");
  const auto add = [&](std::string_view what, std::uint64_t then, std::uint64_t now) {
    if (then == now) return;
    sentences.push_back(fmt::format("{} {}, {} {} than last time", now, what, now > then ? now - then : then - now,
                                    now > then ? "more" : "fewer"));
  };
  add("rows taken", count_in(rows, "taken"), taken(report.rows));
  add("rows rejected", count_in(rows, "rejected"), report.rows.rejected);
}

void compare_completeness(const ImportReport& report, const json& before, std::vector<std::string>& sentences) {
  constexpr double kPercent = 100;
  constexpr double kWorthSaying = 0.01;
  const auto& shares = member(before, "completeness");
  for (const auto& [field, share] : report.completeness) {
    const auto& then = member(shares, field);
    if (!then.is_number() || std::abs(then.get<double>() - share) < kWorthSaying) continue;
    sentences.push_back(fmt::format("{} is filled in for {:.0f} %, {} from {:.0f} %", field, share * kPercent,
                                    share > then.get<double>() ? "up" : "down", then.get<double>() * kPercent));
  }
}

void compare_findings(const ImportReport& report, const json& before, std::vector<std::string>& sentences) {
  for (const auto& finding : report.findings) {
    bool is_new = true;
    for (const auto& then : list_in(before, "findings")) is_new = is_new && text_in(then, "rule") != finding.rule;
    if (is_new) sentences.push_back(fmt::format("new: {}, {} times", finding.rule, finding.count));
  }
}

}  // namespace

std::vector<std::string> since_last(const ImportReport& report, std::string_view before) {
  std::vector<std::string> sentences;
  const auto earlier = json::parse(before, nullptr, false);
  if (!earlier.is_object()) return sentences;
  compare_counts(report, earlier, sentences);
  compare_completeness(report, earlier, sentences);
  compare_findings(report, earlier, sentences);
  if (sentences.empty()) sentences.emplace_back("nothing is different from last time");
  return sentences;
}

}  // namespace nearme
