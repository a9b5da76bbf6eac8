#include "service/endpoints/endpoints.hpp"

namespace nearme {
namespace {

Result<Answer> xml_of(Result<std::string> xml) {
  if (!xml) return std::unexpected(std::move(xml.error()));
  return Answer{.content_type = "application/xml", .body = *std::move(xml), .caching = Caching::minutes};
}

}  // namespace

/// GET /sitemap.xml.
Result<Answer> sitemap_index_endpoint(const Backing& backing) {
  return xml_of(backing.sitemaps.index(*backing.search, backing.pages.look().address));
}

/// GET /sitemaps/{file}.
Result<Answer> sitemap_endpoint(const Request& request, const Backing& backing) {
  const auto& look = backing.pages.look();
  const AddressLaws laws{.chosen = look.jurisdiction,
                         .catalogue = backing.pages.jurisdiction_at(std::nullopt, *backing.search)};
  return xml_of(backing.sitemaps.file(request.piece("file"), *backing.search, look.address, laws));
}

/// GET /robots.txt.
Result<Answer> robots_endpoint(const Look& look) {
  return Answer{
      .content_type = "text/plain; charset=utf-8", .body = Sitemaps::robots(look.address), .caching = Caching::minutes};
}

}  // namespace nearme
