#include "intake/unpack/choose_entry.hpp"

#include <algorithm>
#include <array>

#include <fmt/ranges.h>

namespace nearme {
namespace {

constexpr std::size_t kMostNamesShown = 12;

bool has(const std::vector<std::string>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

bool can_be_imported(const std::string& name) {
  constexpr std::array<std::string_view, 9> kEndings{".csv",     ".tsv",    ".txt",   ".psv", ".json",
                                                     ".geojson", ".ndjson", ".jsonl", ".pbf"};
  const auto lowered = lower(name);
  return lowered.ends_with(".osm") ||
         std::ranges::any_of(kEndings, [&](std::string_view ending) { return lowered.ends_with(ending); });
}

bool is_nppes_providers(const std::string& name) {
  const auto lowered = lower(std::string(file_name(name)));
  return lowered.starts_with("npidata_pfile") && !lowered.contains("fileheader");
}

std::string listed(const std::vector<std::string>& names) {
  std::vector<std::string> shown(names.begin(),
                                 names.begin() + static_cast<std::ptrdiff_t>(std::min(names.size(), kMostNamesShown)));
  return fmt::format("{}{}", fmt::join(shown, ", "),
                     names.size() > kMostNamesShown ? fmt::format(" and {} more", names.size() - kMostNamesShown) : "");
}

}  // namespace

Result<std::string> choose_entry(const std::string& archive, const std::vector<std::string>& names,
                                 const std::string& wanted) {
  if (!wanted.empty()) {
    if (has(names, wanted)) return wanted;
    return fail_parameter("entry", "there is no '{}' in {}; it holds {}", wanted, archive, listed(names));
  }
  if (has(names, "content.xml")) return "content.xml";
  if (has(names, "[Content_Types].xml")) {
    return fail_parameter("format", "{} is a spreadsheet or document of Office; save the sheet as CSV or as ODS",
                          archive);
  }
  if (const auto found = std::ranges::find_if(names, is_nppes_providers); found != names.end()) return *found;
  const auto services =
      std::ranges::find_if(names, [](const std::string& name) { return file_name(name) == "services.csv"; });
  if (services != names.end()) return *services;
  std::vector<std::string> readable;
  std::ranges::copy_if(names, std::back_inserter(readable), can_be_imported);
  if (readable.size() == 1) return readable[0];
  if (readable.empty()) {
    return fail_parameter("entry", "{} holds nothing that can be imported: {}", archive,
                          names.empty() ? "it is empty" : listed(names));
  }
  return fail_parameter("entry", "{} holds several files: {}; say which with --entry NAME", archive, listed(readable));
}

}  // namespace nearme
