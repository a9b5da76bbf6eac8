#include "service/pages/question_url.hpp"

#include <algorithm>

#include "text/percent_encoding.hpp"

namespace nearme {
namespace {

constexpr std::string_view kOfOnePage[] = {"cursor", "shown", "part"};

std::string with_query(std::string url, const Parameters& parameters) {
  char before = '?';
  for (const auto& [name, value] : parameters) {
    if (value.empty()) continue;
    url += before + percent_encode(name) + '=' + percent_encode(value);
    before = '&';
  }
  return url;
}

}  // namespace

std::string search_url(const Parameters& parameters) { return with_query("/", parameters); }

std::string points_url(const Parameters& parameters) {
  return with_query("/v1/points", without(parameters, {"lat", "lon", "near", "radius_km", "bbox", "sort", "limit",
                                                       "facets", "explain", "format"}));
}

std::string_view given(const Parameters& parameters, std::string_view name) {
  const auto found = std::ranges::find(parameters, name, [](const auto& each) { return std::string_view{each.first}; });
  return found == parameters.end() ? std::string_view{} : std::string_view{found->second};
}

Parameters without(const Parameters& parameters, std::initializer_list<std::string_view> names) {
  Parameters kept;
  for (const auto& parameter : parameters) {
    const auto is_it = [&](std::string_view name) { return parameter.first == name; };
    if (!std::ranges::any_of(names, is_it) && !std::ranges::any_of(kOfOnePage, is_it)) kept.push_back(parameter);
  }
  return kept;
}

Parameters with(const Parameters& parameters, std::string_view name, std::string_view value) {
  auto changed = without(parameters, {name});
  changed.emplace_back(name, value);
  return changed;
}

std::string cut(std::string_view question, std::size_t begin, std::size_t end) {
  begin = std::min(begin, question.size());
  end = std::clamp(end, begin, question.size());
  auto before = question.substr(0, begin);
  auto after = question.substr(end);
  while (before.ends_with(' ') || before.ends_with(',')) before.remove_suffix(1);
  while (after.starts_with(' ') || after.starts_with(',')) after.remove_prefix(1);
  const bool between = !before.empty() && !after.empty();
  return fmt::format("{}{}{}", before, between ? " " : "", after);
}

Parameters without_lang(const Parameters& parameters) {
  auto kept = parameters;
  std::erase_if(kept, [](const auto& parameter) { return parameter.first == "lang"; });
  return kept;
}

}  // namespace nearme
