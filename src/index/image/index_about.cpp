#include "index/image/index_about.hpp"

#include "base/json.hpp"

namespace nearme {
namespace {

std::unexpected<Error> senseless() { return fail(ErrorKind::corrupt, "what the image says of itself makes no sense"); }

}  // namespace

std::vector<std::byte> to_bytes(const IndexAbout& about) {
  const nlohmann::json json{{"revision", about.revision},
                            {"day", about.day.ok() ? format_date(about.day) : ""},
                            {"any_fictional", about.any_fictional},
                            {"attributions", about.attributions}};
  const std::string text = json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  const auto bytes = std::as_bytes(std::span(text));
  return {bytes.begin(), bytes.end()};
}

Result<IndexAbout> about_from_bytes(std::span<const std::byte> bytes) {
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object() || !json.contains("revision") || !json["revision"].is_number_unsigned() ||
      !json.contains("day") || !json["day"].is_string() || !json.contains("any_fictional") ||
      !json["any_fictional"].is_boolean() || !json.contains("attributions") || !json["attributions"].is_array())
    return senseless();
  IndexAbout about;
  about.revision = json["revision"].get<std::uint64_t>();
  about.any_fictional = json["any_fictional"].get<bool>();
  if (const auto day = json["day"].get<std::string>(); !day.empty()) {
    TRY(about.day, parse_date(day));
  }
  for (const auto& attribution : json["attributions"]) {
    if (!attribution.is_string()) return senseless();
    about.attributions.push_back(attribution.get<std::string>());
  }
  return about;
}

}  // namespace nearme
