#include <algorithm>

#include <fmt/format.h>

#include "intake/report.hpp"

namespace nearme {
namespace {

constexpr std::size_t kRejectedShown = 500;

/// Everything that the page needs lies in it: it is sent by mail and opened from a disk.
constexpr std::string_view kStyle =
    ":root{color-scheme:light dark;--paper:#fbfaf7;--ink:#1d1f1e;--quiet:#5b605e;--line:#dcdad3;--bad:#a02c1c}"
    "@media(prefers-color-scheme:dark){:root{--paper:#161817;--ink:#e9e7e1;--quiet:#a5aaa7;--line:#353936;"
    "--bad:#ff9d8a}}"
    "body{font:17px/1.5 system-ui,sans-serif;background:var(--paper);color:var(--ink);max-width:60rem;margin:0 auto;"
    "padding:24px 16px}"
    "h1{font-size:1.6rem;margin:0}h2{font-size:1.15rem;margin:32px 0 8px}.quiet{color:var(--quiet)}"
    "table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:6px 12px 6px 0;"
    "border-bottom:1px solid var(--line);vertical-align:top}td.n{text-align:right;font-variant-numeric:tabular-nums}"
    "tr.bad td{color:var(--bad)}meter{width:8rem}.wide{overflow-x:auto}code{overflow-wrap:anywhere}";

std::string escaped(std::string_view text) {
  std::string html;
  for (const char c : text) {
    switch (c) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      default:
        html += c;
    }
  }
  return html;
}

std::string number_row(std::string_view name, std::uint64_t count, std::string_view style = {}) {
  return fmt::format("<tr{}><td>{}</td><td class=\"n\">{}</td></tr>\n", style, name, count);
}

std::string rows_table(const ImportReport& report) {
  const auto& rows = report.rows;
  return "<h2>Rows</h2>\n<table>\n" + number_row("Read", rows.read) + number_row("Taken", taken(rows)) +
         number_row("Added", rows.added) + number_row("Changed", rows.changed) +
         number_row("Unchanged", rows.unchanged) + number_row("Retired", rows.retired) +
         number_row("Skipped: sound, but no record of ours", rows.skipped) +
         number_row("Rejected", rows.rejected, rows.rejected > 0 ? " class=\"bad\"" : "") + "</table>\n";
}

std::string since_list(const ImportReport& report) {
  if (report.since_last.empty()) return {};
  std::string html = "<h2>Since the last import</h2>\n<ul>\n";
  for (const auto& sentence : report.since_last) html += "<li>" + escaped(sentence) + "</li>\n";
  return html + "</ul>\n";
}

std::string lines_of(const Finding& finding) {
  std::string text;
  for (const auto line : finding.lines) text += fmt::format("{}{}", text.empty() ? "" : ", ", line);
  return finding.count > finding.lines.size() && !text.empty() ? text + ", ..." : text;
}

std::string findings_table(const ImportReport& report) {
  if (report.findings.empty()) return {};
  std::string html =
      "<h2>What was found</h2>\n<div class=\"wide\"><table>\n<tr><th scope=\"col\">Rule</th><th "
      "scope=\"col\">Times</th><th scope=\"col\">Lines</th><th scope=\"col\">Such as</th></tr>\n";
  for (const auto& finding : report.findings) {
    std::string examples;
    for (const auto& example : finding.examples) {
      examples += (examples.empty() ? "" : "<br>") + ("<code>" + escaped(example) + "</code>");
    }
    html += fmt::format("<tr><td>{}</td><td class=\"n\">{}</td><td>{}</td><td>{}</td></tr>\n", escaped(finding.rule),
                        finding.count, lines_of(finding), examples);
  }
  return html + "</table></div>\n";
}

std::string completeness_table(const ImportReport& report) {
  if (report.completeness.empty()) return {};
  constexpr double kPercent = 100;
  std::string html = "<h2>Filled in</h2>\n<table>\n";
  for (const auto& [field, share] : report.completeness) {
    html += fmt::format(
        "<tr><td>{}</td><td><meter min=\"0\" max=\"1\" value=\"{:.3f}\" aria-label=\"{}\"></meter></td><td "
        "class=\"n\">{:.0f} %</td></tr>\n",
        field, share, field, share * kPercent);
  }
  return html + "</table>\n";
}

std::string rejected_table(const ImportReport& report) {
  if (report.rejected.empty()) return {};
  std::string html = "<h2>Rejected</h2>\n<table>\n";
  for (const auto& [reason, count] : report.reject_reasons) html += number_row(escaped(reason), count);
  html +=
      "</table>\n<div class=\"wide\"><table>\n<tr><th scope=\"col\">Line</th><th scope=\"col\">Reason</th><th "
      "scope=\"col\">Value</th></tr>\n";
  const auto shown = std::min(report.rejected.size(), kRejectedShown);
  for (std::size_t i = 0; i < shown; ++i) {
    const auto& [line, reason, value] = report.rejected[i];
    html += fmt::format("<tr><td class=\"n\">{}</td><td>{}</td><td><code>{}</code></td></tr>\n",
                        line == 0 ? "" : std::to_string(line), escaped(reason), escaped(value));
  }
  html += "</table></div>\n";
  if (shown < report.rejected.size()) {
    html += fmt::format("<p class=\"quiet\">And {} more; a report as JSON has them all.</p>\n",
                        report.rejected.size() - shown);
  }
  return html;
}

std::string notes_list(const ImportReport& report) {
  if (report.remarks.empty()) return {};
  std::string html = "<h2>Notes</h2>\n<ul>\n";
  for (const auto& remark : report.remarks) html += "<li>" + escaped(remark) + "</li>\n";
  return html + "</ul>\n";
}

}  // namespace

std::string to_html(const ImportReport& report) {
  const auto title = fmt::format("Import of {}", escaped(report.source));
  return fmt::format(
             "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
             "content=\"width=device-width, initial-scale=1\">\n<title>{0}</title>\n<style>{1}</style>\n<main>\n"
             "<h1>{0}</h1>\n<p class=\"quiet\">{2}, read as {3}{4}</p>\n",
             title, kStyle, escaped(report.subject), to_string(report.format),
             report.dry_run ? "; a dry run: nothing was kept" : "") +
         rows_table(report) + since_list(report) + findings_table(report) + notes_list(report) +
         completeness_table(report) + rejected_table(report) + "</main>\n</html>\n";
}

}  // namespace nearme
