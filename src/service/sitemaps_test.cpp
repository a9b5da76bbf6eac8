#include "service/sitemaps.hpp"

#include <gmock/gmock.h>

#include "search/testing/small_world.hpp"

namespace nearme {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kAddress = "https://find.example.org";

/// A search over listings, with its sitemaps.
struct Mapped {
  explicit Mapped(const std::vector<Listing>& listings)
      : world(index_of(listings)), search(world.index, real_catalogue(), small_gazetteer()) {}

  TestIndex world;
  Search search;
  Sitemaps sitemaps;
};

Listing offering(const std::string& id, Degrees degrees) {
  auto listing = listing_at(id, "Clinic " + id, degrees);
  listing.site.offers = {{.treatment = TreatmentId{"micro-needling"}}};
  return listing;
}

TEST(Sitemaps, ThereIsALocalPageWhereTwoSitesOfferATreatment) {
  const Mapped mapped({offering("a", {.lat = 53.80, .lon = -1.55}), offering("b", {.lat = 53.79, .lon = -1.54}),
                       offering("c", {.lat = 48.85, .lon = 2.35})});
  EXPECT_THAT(local_pages_of(mapped.search), ElementsAre("/treatments/micro-needling/near/leeds-england-gb"));
}

TEST(Sitemaps, TheIndexNamesFilesThatThereAre) {
  const Mapped mapped(small_directory());
  const auto index = *mapped.sitemaps.index(mapped.search, kAddress);
  EXPECT_THAT(index, HasSubstr("<loc>https://find.example.org/sitemaps/catalogue.xml</loc>"));
  EXPECT_THAT(index, HasSubstr("/sitemaps/sites-1.xml"));
  EXPECT_THAT(index, Not(HasSubstr("sites-2.xml")));
  EXPECT_THAT(*mapped.sitemaps.file("sites-1.xml", mapped.search, kAddress, ""),
              HasSubstr("https://find.example.org/sites/"));
  EXPECT_THAT(*mapped.sitemaps.file("catalogue.xml", mapped.search, kAddress, ""),
              HasSubstr("https://find.example.org/treatments/micro-needling<"));
}

TEST(Sitemaps, NoAddressHasANameThatTheLawBars) {
  auto directory = small_directory();
  directory.front().site.name = "Botox Bar";
  const Mapped mapped(directory);
  const auto id = directory.front().site.id.text();
  EXPECT_THAT(*mapped.sitemaps.file("sites-1.xml", mapped.search, kAddress, ""), HasSubstr("/sites/botox-bar"));
  const auto sites = *mapped.sitemaps.file("sites-1.xml", mapped.search, kAddress, "GB");
  EXPECT_THAT(sites, Not(HasSubstr("botox")));
  EXPECT_THAT(sites, HasSubstr("/sites/" + id + "<"));
  const auto catalogue = *mapped.sitemaps.file("catalogue.xml", mapped.search, kAddress, "GB");
  EXPECT_THAT(catalogue, Not(HasSubstr("botulinum")));
  EXPECT_THAT(catalogue, HasSubstr("/treatments/consultation-for-lines-and-wrinkles<"));
}

TEST(Sitemaps, AnUnknownFileIsNotFound) {
  const Mapped mapped(small_directory());
  for (const auto* name : {"", "sites.xml", "sites-0.xml", "sites-2.xml", "sites-1", "sites-1.xml.gz", "sites--1.xml",
                           "sites-99999999999999999999.xml", "local-77.xml", "other-1.xml"}) {
    const auto file = mapped.sitemaps.file(name, mapped.search, kAddress, "");
    ASSERT_FALSE(file) << name;
    EXPECT_EQ(file.error().kind, ErrorKind::not_found) << name;
  }
}

TEST(Sitemaps, WithoutAnAddressTheRemedyIsTold) {
  const Mapped mapped(small_directory());
  EXPECT_THAT(mapped.sitemaps.index(mapped.search, "").error().message, HasSubstr("set 'address' in look.toml"));
  EXPECT_THAT(Sitemaps::robots(""), Not(HasSubstr("Sitemap:")));
  EXPECT_THAT(Sitemaps::robots(kAddress), HasSubstr("Sitemap: https://find.example.org/sitemap.xml\n"));
}

TEST(Sitemaps, AnEmptyDirectoryHasTheCatalogueAlone) {
  const Mapped mapped({});
  EXPECT_THAT(*mapped.sitemaps.index(mapped.search, kAddress), Not(HasSubstr("sites-")));
}

}  // namespace
}  // namespace nearme
