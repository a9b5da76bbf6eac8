#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "service/pages/look/tile_archive.hpp"

namespace nearme {

/// A link of the operator's own, shown at the foot of every page.
struct LookLink {
  std::string text;
  std::string url;
};

/// A picture beside the name.
struct Logo {
  std::string bytes;  ///< empty: the built-in mark
  std::string content_type;
};

/// Where the map of the start page begins.
struct StartView {
  double lat = 0;
  double lon = 0;
  double zoom = 8;  ///< 1 the world, 17 a street
};

/// How an operator wants the pages to look and speak: one TOML file (docs/theming.md). What it does not state stays as
/// it was built.
struct Look {
  std::string name = "nearme";
  std::string address;   ///< "https://find.example.org": where the pages are reached, for canonical links; or empty
  std::string headline;  ///< this and the next three: empty for the built-in words, in the reader's language
  std::string introduction;
  std::string placeholder;
  std::string footer;
  std::string contact;    ///< "mailto:..." or "https://...": whom to tell of a mistake; empty: nobody
  std::string map_style;  ///< URL of a MapLibre style; empty: the built-in map, which asks nobody
  /// Origins that browsers may ask for that style and what it names, parted by spaces; or empty.
  std::string map_hosts;
  TileArchive map_tiles;  ///< an archive that is served here and drawn over the built-in map, where no style is set
  std::string origins;    ///< whose pages may embed the component, parted by spaces; empty: as the command line says
  std::optional<StartView> start_view;  ///< of the map on the start page; none: it has no map
  std::string jurisdiction;  ///< "GB" or "US-CA": whose law says what a treatment is called; empty: the site's country
  bool ranks_ratings = false;  ///< that ratings which came with the data weigh a little in the order
  std::vector<LookLink> links;
  std::map<std::string, std::string> colours;       ///< by token, "accent": "#0b5f5a", for light
  std::map<std::string, std::string> dark_colours;  ///< the same for dark
  Logo logo;
};

/// Reads a look and proves it: known fields, addresses that can stand in a link, colours that can be read on their
/// ground (WCAG 2.2, 1.4.3). Errors: unreadable; invalid_input, as "file:line: reason", with what would be right.
Result<Look> read_look(const std::filesystem::path& file);

/// Adds the host of the map's style to those that may be asked, once. Errors: invalid_input for what is no address of a
/// style.
Result<void> allow_host_of_style(Look& look);

/// Where to tell of a mistake in the record of a site: the operator's contact with the site in it, or empty. A mail
/// gets a subject; in a web address "{page}" becomes the address of the site's page.
std::string mistake_link(const Look& look, const std::string& site, const std::string& path);

/// The colours as a style sheet of custom properties; empty when none were set.
std::string style_of(const Look& look);

}  // namespace nearme
