#pragma once

#include <string_view>

#include "service/backing.hpp"
#include "service/http/answer.hpp"
#include "service/http/request.hpp"

namespace nearme {

/// What each route answers, a file each. The contract is api/openapi.yaml; the list is service/routes.cpp.
Result<Answer> search_endpoint(const Parameters& parameters, const Search& search, const Look& look, Instant now);
Result<Answer> points_endpoint(const Parameters& parameters, const Search& search, Instant now);
Result<Answer> suggest_endpoint(const Parameters& parameters, const Search& search, const Pages& pages);
Result<Answer> site_endpoint(const Request& request, const Backing& backing);
Result<Answer> put_site_endpoint(const Request& request, const Backing& backing);
Result<Answer> delete_site_endpoint(const Request& request, const Backing& backing);
Result<Answer> practitioner_endpoint(const Request& request, Store& store);
Result<Answer> treatments_endpoint(const Request& request, const Catalogue& catalogue);
Result<Answer> treatment_endpoint(const Request& request, const Catalogue& catalogue);
Result<Answer> concerns_endpoint(const Request& request, const Catalogue& catalogue);
Result<Answer> concern_endpoint(const Request& request, const Catalogue& catalogue);
Result<Answer> localities_endpoint(const Parameters& parameters, const Gazetteer& gazetteer);

Result<Answer> health_endpoint();
Result<Answer> readiness_endpoint(const LiveIndex& index);
Result<Answer> metrics_endpoint(const Metrics& metrics, const Search* search);
Result<Answer> openapi_endpoint();

/// A file of the web bundle, packed beforehand where the asker takes it so.
Result<Answer> asset_endpoint(std::string_view file, std::string_view accept_encoding);

/// The operator's colours, logo and map; empty, and not found, where there are none.
Result<Answer> look_style_endpoint(const Look& look);
Result<Answer> look_logo_endpoint(const Look& look);
Result<Answer> look_tiles_endpoint(const Look& look, std::string_view range);

/// What search engines are told.
Result<Answer> sitemap_index_endpoint(const Backing& backing);
Result<Answer> sitemap_endpoint(const Request& request, const Backing& backing);
Result<Answer> robots_endpoint(const Look& look);

/// A page of HTML that was rendered, or why it was not.
Result<Answer> page_of(Result<std::string> html);
/// `part=results` asks for the results alone.
PagePart page_part_of(const Parameters& parameters);

}  // namespace nearme
