#include "service/pages/look/look.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/file.hpp"
#include "catalogue/entry.hpp"
#include "catalogue/wording.hpp"
#include "service/pages/look/map_hosts.hpp"
#include "service/pages/look/palette.hpp"
#include "text/percent_encoding.hpp"

namespace nearme {
namespace {

constexpr std::size_t kMostLogoBytes = 200'000;

struct LogoType {
  std::string_view ending;
  std::string_view content_type;
};

constexpr std::array kLogoTypes{LogoType{".svg", "image/svg+xml"}, LogoType{".png", "image/png"},
                                LogoType{".webp", "image/webp"}};

bool is_web_address(std::string_view url) { return url.starts_with("https://") || url.starts_with("http://"); }

/// "https://find.example.org", as it stands before the paths of pages.
Result<void> check_address(const Entry& entry, std::string_view address) {
  if (address.empty()) return {};
  const auto scheme = address.find("://");
  const bool has_path = scheme != std::string_view::npos && address.find('/', scheme + 3) != std::string_view::npos;
  if (is_web_address(address) && !has_path) return {};
  return entry.wrong_in(
      "address", "'address' must be where the pages are reached, without a path, such as \"https://find.example.org\"");
}

Result<LookLink> read_link(const Entry& table) {
  TRY_VOID(table.allow_only({"text", "url"}));
  LookLink link;
  TRY(link.text, table.text("text"));
  TRY(link.url, table.text("url"));
  if (is_web_address(link.url) || link.url.starts_with('/') || link.url.starts_with("mailto:")) return link;
  return table.wrong_in("url", "'url' must begin with https://, http://, mailto: or a slash");
}

Result<void> take_links(const Entry& entry, std::vector<LookLink>& links) {
  TRY(const auto tables, entry.entries("link"));
  for (const Entry& table : tables) {
    TRY(links.emplace_back(), read_link(table));
  }
  return {};
}

Result<void> take_colours(const Entry& entry, Look& look) {
  TRY_VOID(entry.take("colours", look.colours));
  TRY_VOID(entry.take("dark_colours", look.dark_colours));
  TRY(const Palette palette, built_in_palette());
  if (const auto light = check_readable(look.colours, palette.light); !light)
    return entry.wrong_in("colours", light.error().message);
  if (const auto dark = check_readable(look.dark_colours, palette.dark); !dark) {
    return entry.wrong_in("dark_colours", "in the dark: " + dark.error().message);
  }
  return {};
}

Result<void> take_logo(const Entry& entry, const std::filesystem::path& folder, Logo& logo) {
  std::string name;
  TRY_VOID(entry.take("logo", name));
  if (name.empty()) return {};
  const auto type = std::ranges::find_if(kLogoTypes, [&](const LogoType& of) { return name.ends_with(of.ending); });
  if (type == kLogoTypes.end()) return entry.wrong_in("logo", "'logo' must be the name of an .svg, .png or .webp file");
  TRY(logo.bytes, read_file(folder / name));
  if (logo.bytes.size() > kMostLogoBytes) {
    return entry.wrong_in("logo",
                          fmt::format("'logo' has {} bytes; at most {} are sent", logo.bytes.size(), kMostLogoBytes));
  }
  logo.content_type = type->content_type;
  return {};
}

/// The style, and the hosts that it may be drawn from: that of its address, and those that are named.
Result<void> take_map_style(const Entry& entry, Look& look) {
  TRY_VOID(entry.take("map_style", look.map_style));
  std::vector<std::string> hosts;
  TRY_VOID(entry.take("map_hosts", hosts));
  if (look.map_style.empty() && !hosts.empty())
    return entry.wrong_in("map_hosts", "'map_hosts' are the further hosts of a 'map_style', and there is none");
  for (const auto& host : hosts) {
    if (!is_origin(host))
      return entry.wrong_in("map_hosts", fmt::format("'map_hosts': '{}' is no host; write each as "
                                                     "\"https://tiles.example.org\", without a path",
                                                     host));
    look.map_hosts += (look.map_hosts.empty() ? "" : " ") + host;
  }
  if (const auto allowed = allow_host_of_style(look); !allowed)
    return entry.wrong_in("map_style", "'map_style': " + allowed.error().message);
  return {};
}

Result<void> take_map_tiles(const Entry& entry, const std::filesystem::path& folder, Look& look) {
  std::string name;
  TRY_VOID(entry.take("map_tiles", name));
  if (name.empty()) return {};
  if (!look.map_style.empty())
    return entry.wrong_in("map_tiles", "'map_tiles' and 'map_style' are two grounds of one map; leave one out");
  auto archive = TileArchive::open(folder / name);
  if (!archive) {
    const auto subject = archive.error().kind == ErrorKind::unreadable ? "" : name + " ";
    return entry.wrong_in("map_tiles", fmt::format("'map_tiles': {}{}", subject, archive.error().message));
  }
  look.map_tiles = *std::move(archive);
  return {};
}

Result<void> take_texts(const Entry& entry, Look& look) {
  for (const auto& [key, text] :
       std::initializer_list<std::pair<std::string_view, std::string*>>{{"name", &look.name},
                                                                        {"address", &look.address},
                                                                        {"headline", &look.headline},
                                                                        {"introduction", &look.introduction},
                                                                        {"placeholder", &look.placeholder},
                                                                        {"footer", &look.footer},
                                                                        {"contact", &look.contact},
                                                                        {"jurisdiction", &look.jurisdiction}}) {
    TRY_VOID(entry.take(key, *text));
  }
  while (look.address.ends_with('/')) look.address.pop_back();
  if (look.name.empty()) return entry.wrong_in("name", "'name' must not be empty");
  const bool is_contact = look.contact.empty() || is_web_address(look.contact) || look.contact.starts_with("mailto:");
  if (!is_contact) return entry.wrong_in("contact", "'contact' must begin with mailto: or https://");
  if (!look.jurisdiction.empty() && !is_jurisdiction(look.jurisdiction)) {
    return entry.wrong_in("jurisdiction",
                          fmt::format("'{}' is no jurisdiction; write a code such as GB or US-CA", look.jurisdiction));
  }
  return check_address(entry, look.address);
}

Result<void> take_origins(const Entry& entry, Look& look) {
  std::vector<std::string> origins;
  TRY_VOID(entry.take("origins", origins));
  for (const auto& origin : origins) {
    const auto host = origin.find("://");
    if (!is_web_address(origin) || origin.find('/', host + 3) != std::string::npos)
      return entry.wrong_in("origins", "'origins' must be such as \"https://example.org\", without a path");
    look.origins += (look.origins.empty() ? "" : " ") + origin;
  }
  return {};
}

Result<void> take_start_view(const Entry& entry, Look& look) {
  if (!entry.states("start_lat") && !entry.states("start_lon")) return {};
  StartView view;
  TRY_VOID(entry.take("start_lat", view.lat));
  TRY_VOID(entry.take("start_lon", view.lon));
  TRY_VOID(entry.take("start_zoom", view.zoom));
  const bool is_position = std::abs(view.lat) <= 85 && std::abs(view.lon) <= 180;
  if (!entry.states("start_lat") || !entry.states("start_lon") || !is_position)
    return entry.wrong_in("start_lat",
                          "'start_lat' and 'start_lon' must be a position in degrees, such as 53.8 and -1.5");
  if (view.zoom < 1 || view.zoom > 17) return entry.wrong_in("start_zoom", "'start_zoom' must be from 1 to 17");
  look.start_view = view;
  return {};
}

Result<void> take_ratings(const Entry& entry, bool& ranks_ratings) {
  std::string ratings = "shown";
  TRY_VOID(entry.take("ratings", ratings));
  if (ratings != "shown" && ratings != "ranked")
    return entry.wrong_in("ratings", fmt::format("'ratings' is '{}'; write \"shown\" or \"ranked\"", ratings));
  ranks_ratings = ratings == "ranked";
  return {};
}

std::string rule_of(const std::map<std::string, std::string>& colours) {
  std::string rule = ":root{";
  for (const auto& [token, colour] : colours) rule += fmt::format("--{}:{};", token, colour);
  return rule + "}";
}

}  // namespace

Result<Look> read_look(const std::filesystem::path& file) {
  TRY(const auto text, read_file(file));
  const auto name = file.filename().string();
  TRY(const auto table, parse_toml(name, text));
  const Entry entry(name, table);
  TRY_VOID(entry.allow_only({"name",         "address", "headline",  "introduction", "placeholder",
                             "footer",       "contact", "map_style", "map_hosts",    "map_tiles",
                             "jurisdiction", "ratings", "origins",   "start_lat",    "start_lon",
                             "start_zoom",   "logo",    "link",      "colours",      "dark_colours"}));
  Look look;
  TRY_VOID(take_texts(entry, look));
  TRY_VOID(take_origins(entry, look));
  TRY_VOID(take_map_style(entry, look));
  TRY_VOID(take_start_view(entry, look));
  TRY_VOID(take_ratings(entry, look.ranks_ratings));
  TRY_VOID(take_links(entry, look.links));
  TRY_VOID(take_colours(entry, look));
  TRY_VOID(take_logo(entry, file.parent_path(), look.logo));
  TRY_VOID(take_map_tiles(entry, file.parent_path(), look));
  return look;
}

Result<void> allow_host_of_style(Look& look) {
  TRY(const auto origin, origin_of_style(look.map_style));
  if (origin.empty() || (" " + look.map_hosts + " ").find(" " + origin + " ") != std::string::npos) return {};
  look.map_hosts = look.map_hosts.empty() ? origin : origin + " " + look.map_hosts;
  return {};
}

std::string mistake_link(const Look& look, const std::string& site, const std::string& path) {
  const auto page = percent_encode(look.address + path);
  if (look.contact.starts_with("mailto:")) {
    return fmt::format("{}?subject={}&body={}", look.contact, percent_encode("Mistake in the record of " + site), page);
  }
  auto link = look.contact;
  constexpr std::string_view kPage = "{page}";
  if (const auto at = link.find(kPage); at != std::string::npos) link.replace(at, kPage.size(), page);
  return link;
}

std::string style_of(const Look& look) {
  std::string style;
  if (!look.colours.empty()) style += rule_of(look.colours);
  if (!look.dark_colours.empty()) style += "@media (prefers-color-scheme:dark){" + rule_of(look.dark_colours) + "}";
  return style;
}

}  // namespace nearme
