#pragma once

#include <string>
#include <string_view>

#include "catalogue/catalogue.hpp"

namespace nearme {

/// What pages may show of a site's own name and address in a jurisdiction that bars the name of a medicine. Everywhere
/// else both stay as they are. The law is a jurisdiction, as for `Catalogue::hides`.

/// The name without the words that may not be shown, "…" in their place: "Botox Bar Leeds" is "… Bar Leeds". Of a name
/// that would be nothing else the town tells the place: "… (Leeds)".
std::string site_name_shown(const Catalogue& catalogue, std::string_view law, const std::string& name,
                            const std::string& town);

/// The address of its page: by the site's id where the name is in the usual one, "/sites/botox-bar-leeds-1a2b3c4d".
std::string site_path_shown(const Catalogue& catalogue, std::string_view law, const std::string& path,
                            std::string_view id);

}  // namespace nearme
