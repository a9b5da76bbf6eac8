#include "store/sqlite/register_content.hpp"

#include "base/json.hpp"

namespace nearme {
namespace {

using nlohmann::json;

/// Names hold no line ends.
constexpr char kBetweenNames = '\n';

void put(json& fields, const char* name, const std::string& text) {
  if (!text.empty()) fields[name] = text;
}

std::string text_in(const json& fields, const char* name) {
  const auto found = fields.find(name);
  return found != fields.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

Address address_from(const json& fields) {
  return {.street = text_in(fields, "street"),
          .city = text_in(fields, "city"),
          .region = text_in(fields, "region"),
          .postcode = text_in(fields, "postcode"),
          .country = text_in(fields, "country")};
}

}  // namespace

Result<std::string> content_of(const RegisterEntry& entry) {
  auto fields = json::object();
  put(fields, "number", entry.number);
  put(fields, "name", entry.name);
  put(fields, "status_words", entry.status_words);
  put(fields, "street", entry.address.street);
  put(fields, "city", entry.address.city);
  put(fields, "region", entry.address.region);
  put(fields, "postcode", entry.address.postcode);
  put(fields, "country", entry.address.country);
  put(fields, "url", entry.url);
  if (entry.subject == EntrySubject::organisation) fields["organisation"] = true;
  if (entry.status != EntryStatus::active) fields["status"] = to_string(entry.status);
  if (entry.valid_until) fields["valid_until"] = format_date(*entry.valid_until);
  try {
    return fields.dump();
  } catch (const json::type_error&) {
    return fail(ErrorKind::invalid_input, "a text of the row is not UTF-8; convert the file to UTF-8 first");
  }
}

Result<RegisterEntry> register_entry_from(std::string_view content) {
  const auto fields = json::parse(content, nullptr, false);
  if (!fields.is_object()) return fail(ErrorKind::corrupt, "an entry of a register is no JSON: {}", content);
  RegisterEntry entry;
  entry.number = text_in(fields, "number");
  entry.name = text_in(fields, "name");
  entry.status_words = text_in(fields, "status_words");
  entry.url = text_in(fields, "url");
  entry.address = address_from(fields);
  if (fields.contains("organisation")) entry.subject = EntrySubject::organisation;
  if (fields.contains("status")) {
    TRY(entry.status, entry_status_from(text_in(fields, "status")));
  }
  if (fields.contains("valid_until")) {
    TRY(entry.valid_until, parse_date(text_in(fields, "valid_until")));
  }
  return entry;
}

std::string joined_names(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : std::string(1, kBetweenNames)) + name;
  return text;
}

std::vector<std::string> split_names(std::string_view text) {
  std::vector<std::string> names;
  while (!text.empty()) {
    const auto end = text.find(kBetweenNames);
    names.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return names;
}

}  // namespace nearme
