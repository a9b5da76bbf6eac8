#include "intake/report.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/json.hpp"
#include "text/unicode.hpp"

namespace nearme {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t kWidth = 80;
constexpr std::size_t kRejectedShown = 10;

ordered_json to_json(const RowCounts& rows) {
  return {{"read", rows.read},       {"taken", taken(rows)},        {"added", rows.added},
          {"changed", rows.changed}, {"unchanged", rows.unchanged}, {"retired", rows.retired},
          {"skipped", rows.skipped}, {"rejected", rows.rejected}};
}

ordered_json to_json(const std::vector<Rejection>& rejected) {
  auto json = ordered_json::array();
  for (const auto& [line, reason, value] : rejected) {
    json.push_back({{"line", line}, {"reason", reason}, {"value", value}});
  }
  return json;
}

ordered_json to_json(const std::vector<Finding>& findings) {
  auto json = ordered_json::array();
  for (const auto& [rule, count, lines, examples] : findings) {
    json.push_back({{"rule", rule}, {"count", count}, {"lines", lines}, {"examples", examples}});
  }
  return json;
}

/// ANSI codes, or nothing for plain text.
struct Colours {
  std::string_view strong;
  std::string_view faint;
  std::string_view bad;
  std::string_view end;
};
constexpr Colours kPlain{};
constexpr Colours kColour{.strong = "\x1B[1m", .faint = "\x1B[2m", .bad = "\x1B[31m", .end = "\x1B[0m"};

/// 1234567 as 1,234,567.
std::string grouped(std::uint64_t number) {
  auto digits = std::to_string(number);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) {
    digits.insert(static_cast<std::size_t>(at), 1, ',');
  }
  return digits;
}

/// Text in lines of at most kWidth, all but the first indented by `indent`. Words longer than a line are left whole.
std::string wrapped(std::string_view text, std::size_t indent) {
  std::string lines(indent, ' ');
  std::size_t width = indent;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find(' ', begin), text.size());
    const auto word = text.substr(begin, end - begin);
    const auto letters = length(word);
    if (width > indent && width + 1 + letters > kWidth) {
      lines += '\n' + std::string(indent, ' ');
      width = indent;
    } else if (width > indent) {
      lines += ' ';
      ++width;
    }
    lines += word;
    width += letters;
    begin = end + 1;
  }
  return lines + '\n';
}

/// Named numbers, right-aligned in columns as many as fit.
std::string columns_of(const std::vector<std::pair<std::string, std::string>>& entries) {
  std::size_t name_width = 0;
  std::size_t number_width = 0;
  for (const auto& [name, number] : entries) {
    name_width = std::max(name_width, length(name));
    number_width = std::max(number_width, length(number));
  }
  const auto per_line = std::max<std::size_t>(1, (kWidth + 1) / (name_width + number_width + 6));
  std::string text;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    text += fmt::format("{}{:<{}}  {:>{}}", i % per_line == 0 ? "  " : "    ", entries[i].first, name_width,
                        entries[i].second, number_width);
    if (i % per_line == per_line - 1 || i + 1 == entries.size()) text += '\n';
  }
  return text;
}

std::string heading(std::string_view title, const Colours& colours) {
  return fmt::format("\n{}{}{}\n", colours.strong, title, colours.end);
}

std::string rows_text(const ImportReport& report, const Colours& colours) {
  const auto& rows = report.rows;
  std::string text = fmt::format("{}{}{} from {} ({}){}\n", colours.strong, report.subject, colours.end, report.source,
                                 to_string(report.format), report.dry_run ? ", dry run: nothing was kept" : "");
  const std::array<std::pair<std::string_view, std::uint64_t>, 8> lines{{{"read", rows.read},
                                                                         {"taken", taken(rows)},
                                                                         {"  added", rows.added},
                                                                         {"  changed", rows.changed},
                                                                         {"  unchanged", rows.unchanged},
                                                                         {"retired", rows.retired},
                                                                         {"skipped", rows.skipped},
                                                                         {"rejected", rows.rejected}}};
  for (const auto& [name, count] : lines) {
    const bool is_bad = name == "rejected" && count > 0;
    text +=
        fmt::format("  {}{:<12}{:>12}{}\n", is_bad ? colours.bad : "", name, grouped(count), is_bad ? colours.end : "");
  }
  return text;
}

std::string kinds_text(const ImportReport& report, const Colours& colours) {
  if (report.kinds.empty()) return {};
  std::vector<std::pair<std::string, std::uint64_t>> kinds(report.kinds.begin(), report.kinds.end());
  std::ranges::sort(kinds, [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  std::vector<std::pair<std::string, std::string>> entries;
  for (const auto& [kind, count] : kinds) entries.emplace_back(kind, grouped(count));
  return heading("kinds", colours) + columns_of(entries);
}

std::string completeness_text(const ImportReport& report, const Colours& colours) {
  if (report.completeness.empty()) return {};
  constexpr double kPercent = 100;
  std::vector<std::pair<std::string, std::string>> entries;
  for (const auto& [field, share] : report.completeness) {
    entries.emplace_back(field, fmt::format("{:.0f} %", share * kPercent));
  }
  return heading("filled in", colours) + columns_of(entries);
}

std::string since_text(const ImportReport& report, const Colours& colours) {
  if (report.since_last.empty()) return {};
  auto text = heading("since the last import", colours);
  for (const auto& sentence : report.since_last) text += wrapped(sentence, 2);
  return text;
}

std::string notes_text(const ImportReport& report, const Colours& colours) {
  if (report.notes.empty()) return {};
  auto text = heading("notes", colours);
  for (const auto& note : report.notes) text += wrapped(note, 2);
  return text;
}

std::string rejected_text(const ImportReport& report, const Colours& colours) {
  if (report.rejected.empty()) return {};
  auto text = heading("rejected", colours);
  for (const auto& [reason, count] : report.reject_reasons) {
    text += wrapped(fmt::format("{} x {}", grouped(count), reason), 2);
  }
  const auto shown = std::min(report.rejected.size(), kRejectedShown);
  for (std::size_t i = 0; i < shown; ++i) {
    const auto& [line, reason, value] = report.rejected[i];
    const auto where = line == 0 ? std::string{} : fmt::format("line {}: ", line);
    text += colours.faint;
    text += wrapped(fmt::format("{}{}{}", where, reason, value.empty() ? "" : fmt::format(": '{}'", value)), 4);
    text += colours.end;
  }
  if (report.rejected.size() > shown) {
    text += fmt::format("    and {} more; --report FILE has them all\n", grouped(report.rejected.size() - shown));
  }
  return text;
}

}  // namespace

std::uint64_t taken(const RowCounts& rows) { return rows.added + rows.changed + rows.unchanged; }

std::string to_json(const ImportReport& report) {
  const ordered_json json{{"source", report.source},
                          {"format", to_string(report.format)},
                          {"subject", report.subject},
                          {"dry_run", report.dry_run},
                          {"rows", to_json(report.rows)},
                          {"rejected", to_json(report.rejected)},
                          {"reject_reasons", report.reject_reasons},
                          {"notes", report.notes},
                          {"findings", to_json(report.findings)},
                          {"since_last", report.since_last},
                          {"completeness", report.completeness},
                          {"kinds", report.kinds}};
  return json.dump(2, ' ', false, ordered_json::error_handler_t::replace);
}

std::string to_text(const ImportReport& report, Paint paint) {
  const auto& colours = paint == Paint::colour ? kColour : kPlain;
  return rows_text(report, colours) + since_text(report, colours) + kinds_text(report, colours) +
         completeness_text(report, colours) + notes_text(report, colours) + rejected_text(report, colours);
}

}  // namespace nearme
