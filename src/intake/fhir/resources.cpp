#include "intake/fhir/resources.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/json.hpp"
#include "intake/json_member.hpp"

namespace nearme {
namespace {

using nlohmann::json;

struct Day {
  std::string_view fhir;
  std::string_view osm;
};
constexpr std::array kDays{Day{"mon", "Mo"}, Day{"tue", "Tu"}, Day{"wed", "We"}, Day{"thu", "Th"},
                           Day{"fri", "Fr"}, Day{"sat", "Sa"}, Day{"sun", "Su"}};

std::string day_of(const std::string& code) {
  const auto* const found = std::ranges::find(kDays, std::string_view(code), &Day::fhir);
  return found == kDays.end() ? std::string{} : std::string(found->osm);
}

/// "09:00:00" as "09:00"; 23:59 ends a day.
std::string minutes_of(const std::string& time) {
  constexpr std::size_t kLength = 5;
  const auto minutes = time.substr(0, kLength);
  return minutes == "23:59" ? "24:00" : minutes;
}

std::string rule_of(const json& hours) {
  std::string days;
  for (const auto& each : list_in(hours, "daysOfWeek")) {
    const auto day = each.is_string() ? day_of(each.get<std::string>()) : std::string{};
    if (!day.empty()) days += (days.empty() ? "" : ",") + day;
  }
  if (days.empty()) return {};
  if (member(hours, "allDay") == true) return days + " 00:00-24:00";
  const auto from = minutes_of(text_in(hours, "openingTime"));
  const auto to = minutes_of(text_in(hours, "closingTime"));
  return from.empty() || to.empty() ? std::string{} : fmt::format("{} {}-{}", days, from, to);
}

std::string joined(const json& words) {
  std::string text;
  for (const auto& word : words) {
    if (word.is_string()) text += (text.empty() ? "" : " ") + word.get<std::string>();
  }
  return text;
}

}  // namespace

std::string id_in_reference(const json& reference) {
  auto text = text_in(reference, "reference");
  if (text.starts_with("urn:uuid:")) return text.substr(9);
  if (const auto history = text.find("/_history/"); history != std::string::npos) text.resize(history);
  return text.substr(text.rfind('/') + 1);
}

void fill_address(Row& row, const json& address) {
  const auto& lines = list_in(address, "line");
  for (const auto& line : lines) {
    if (line.is_string()) row[Column::street] += (row[Column::street].empty() ? "" : ", ") + line.get<std::string>();
  }
  row[Column::city] = text_in(address, "city");
  row[Column::region] = text_in(address, "state");
  row[Column::postcode] = text_in(address, "postalCode");
  row[Column::country] = text_in(address, "country");
  if (lines.empty() && row[Column::city].empty()) row[Column::street] = text_in(address, "text");
}

void fill_telecom(Row& row, const json& telecom) {
  if (!telecom.is_array()) return;
  for (const auto& point : telecom) {
    const auto system = text_in(point, "system");
    const auto column = system == "phone" ? Column::phone : system == "email" ? Column::email : Column::website;
    const bool is_known = system == "phone" || system == "email" || system == "url";
    if (is_known && row[column].empty()) row[column] = text_in(point, "value");
  }
}

std::string opening_hours_of_location(const json& location) {
  std::string rules;
  for (const auto& hours : list_in(location, "hoursOfOperation")) {
    const auto rule = rule_of(hours);
    // A second stretch of the same days adds to the first: that is what a comma says.
    if (!rule.empty()) rules += (rules.empty() ? "" : ", ") + rule;
  }
  return rules;
}

std::vector<std::string> words_of_concepts(const json& concepts) {
  std::vector<std::string> words;
  const auto add = [&](const std::string& word) {
    if (!word.empty() && std::ranges::find(words, word) == words.end()) words.push_back(word);
  };
  if (!concepts.is_array()) return words;
  for (const auto& concept_ : concepts) {
    for (const auto& coding : list_in(concept_, "coding")) {
      add(text_in(coding, "code"));
      add(text_in(coding, "display"));
    }
    add(text_in(concept_, "text"));
  }
  return words;
}

std::string person_name(const json& names) {
  if (!names.is_array() || names.empty()) return {};
  const auto* best = &names.front();
  for (const auto& name : names) {
    if (text_in(name, "use") == "official" || text_in(name, "use") == "usual") best = &name;
  }
  if (const auto text = text_in(*best, "text"); !text.empty()) return text;
  std::string whole;
  for (const auto& part : {joined(list_in(*best, "prefix")), joined(list_in(*best, "given")), text_in(*best, "family"),
                           joined(list_in(*best, "suffix"))}) {
    if (!part.empty()) whole += (whole.empty() ? "" : " ") + part;
  }
  return whole;
}

}  // namespace nearme
