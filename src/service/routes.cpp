#include "service/routes.hpp"

#include <array>

#include "service/endpoints/endpoints.hpp"
#include "service/endpoints/parameters.hpp"

namespace nearme {
namespace {

using R = const Request&;
using B = const Backing&;
using A = Result<Answer>;

/// The pages in the language of the one who asks.
Pages reader(R request, B backing) {
  return backing.pages.in(reader_of(value_of(request.parameters, "lang"), request.accept_language));
}

constexpr std::array kRoutes{
    Route{"GET", "/v1/search", Needs::image,
          [](R r, B b) -> A { return search_endpoint(r.parameters, *b.search, b.pages.look(), b.now); },
          Holds::for_a_minute},
    Route{"GET", "/v1/points", Needs::image,
          [](R r, B b) -> A { return points_endpoint(r.parameters, *b.search, b.now); }},
    Route{"GET", "/v1/suggest", Needs::image,
          [](R r, B b) -> A { return suggest_endpoint(r.parameters, *b.search, b.pages); }},
    Route{"GET", "/v1/sites/{id}", Needs::image, [](R r, B b) -> A { return site_endpoint(r, b); }},
    Route{"PUT", "/v1/sites/{id}", Needs::nothing, [](R r, B b) -> A { return put_site_endpoint(r, b); }},
    Route{"DELETE", "/v1/sites/{id}", Needs::nothing, [](R r, B b) -> A { return delete_site_endpoint(r, b); }},
    Route{"GET", "/v1/practitioners/{id}", Needs::nothing,
          [](R r, B b) -> A { return practitioner_endpoint(r, b.store); }},
    Route{"GET", "/v1/treatments", Needs::nothing, [](R r, B b) -> A { return treatments_endpoint(r, b.catalogue); }},
    Route{"GET", "/v1/treatments/{id}", Needs::nothing,
          [](R r, B b) -> A { return treatment_endpoint(r, b.catalogue); }},
    Route{"GET", "/v1/concerns", Needs::nothing, [](R r, B b) -> A { return concerns_endpoint(r, b.catalogue); }},
    Route{"GET", "/v1/concerns/{id}", Needs::nothing, [](R r, B b) -> A { return concern_endpoint(r, b.catalogue); }},
    Route{"GET", "/v1/localities", Needs::nothing,
          [](R r, B b) -> A { return localities_endpoint(r.parameters, b.gazetteer); }},

    Route{"GET", "/healthz", Needs::nothing, [](R, B) -> A { return health_endpoint(); }},
    Route{"GET", "/readyz", Needs::image, [](R, B b) -> A { return readiness_endpoint(*b.search->index()); }},
    Route{"GET", "/metrics", Needs::nothing, [](R, B b) -> A { return metrics_endpoint(b.metrics, b.search.get()); }},
    Route{"GET", "/openapi.json", Needs::nothing, [](R, B) -> A { return openapi_endpoint(); }},

    Route{"GET", "/", Needs::image,
          [](R r, B b) -> A {
            return page_of(reader(r, b).search(r.parameters, *b.search, b.now, page_part_of(r.parameters)));
          }},
    Route{"GET", "/embed", Needs::image,
          [](R r, B b) -> A { return page_of(reader(r, b).search(r.parameters, *b.search, b.now, PagePart::embed)); }},
    Route{"GET", "/sites/{slug}", Needs::image,
          [](R r, B b) -> A { return page_of(reader(r, b).site(r.piece("slug"), *b.search, b.store, b.now)); }},
    Route{"GET", "/sites/{slug}/questions", Needs::image,
          [](R r, B b) -> A {
            return page_of(reader(r, b).site_questions(r.piece("slug"), value_of(r.parameters, "treatment"), *b.search,
                                                       b.store, b.now));
          }},
    Route{"GET", "/compare", Needs::image,
          [](R r, B b) -> A {
            return page_of(reader(r, b).compare(value_of(r.parameters, "sites"), *b.search, b.store, b.now));
          }},
    Route{"GET", "/saved", Needs::nothing, [](R r, B b) -> A { return page_of(reader(r, b).saved()); }},
    Route{"GET", "/treatments", Needs::image,
          [](R r, B b) -> A { return page_of(reader(r, b).treatments(*b.search)); }},
    Route{"GET", "/treatments/{id}", Needs::image,
          [](R r, B b) -> A { return page_of(reader(r, b).treatment(r.piece("id"), *b.search)); }},
    Route{"GET", "/treatments/{id}/suitability", Needs::image,
          [](R r, B b) -> A { return page_of(reader(r, b).suitability(r.piece("id"), *b.search)); }},
    Route{"GET", "/treatments/{id}/near/{locality}", Needs::image,
          [](R r, B b) -> A {
            return page_of(reader(r, b).treatment_near(r.piece("id"), r.piece("locality"), *b.search, b.now));
          }},
    Route{"GET", "/concerns/{id}", Needs::image,
          [](R r, B b) -> A { return page_of(reader(r, b).concern(r.piece("id"), r.parameters, *b.search, b.now)); }},
    Route{"GET", "/about", Needs::image, [](R r, B b) -> A { return page_of(reader(r, b).about(*b.search, b.store)); }},

    Route{"GET", "/look.css", Needs::nothing, [](R, B b) -> A { return look_style_endpoint(b.pages.look()); }},
    Route{"GET", "/look/logo", Needs::nothing, [](R, B b) -> A { return look_logo_endpoint(b.pages.look()); }},
    Route{"GET", "/look/map.pmtiles", Needs::nothing,
          [](R r, B b) -> A { return look_tiles_endpoint(b.pages.look(), r.range); }},

    Route{"GET", "/assets/{file...}", Needs::nothing,
          [](R r, B) -> A { return asset_endpoint(r.piece("file"), r.accept_encoding); }},
    Route{"GET", "/favicon.ico", Needs::nothing,
          [](R r, B) -> A { return asset_endpoint("favicon.ico", r.accept_encoding); }},
    Route{"GET", "/favicon.svg", Needs::nothing,
          [](R r, B) -> A { return asset_endpoint("favicon.svg", r.accept_encoding); }},
    Route{"GET", "/robots.txt", Needs::nothing, [](R, B b) -> A { return robots_endpoint(b.pages.look()); }},
    Route{"GET", "/sitemap.xml", Needs::image, [](R, B b) -> A { return sitemap_index_endpoint(b); }},
    Route{"GET", "/sitemaps/{file}", Needs::image, [](R r, B b) -> A { return sitemap_endpoint(r, b); }},
};

}  // namespace

std::span<const Route> routes() { return kRoutes; }

}  // namespace nearme
