#include "service/sitemaps.hpp"

#include <gmock/gmock.h>

#include "search/testing/small_world.hpp"
#include "service/http/test_client.hpp"
#include "service/testing/test_service.hpp"

namespace nearme {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kAddress = "https://find.example.org";
const AddressLaws kBritish{.chosen = "GB", .catalogue = "GB"};

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
  const auto pages = local_pages_of(mapped.search);
  ASSERT_EQ(pages.size(), 1);
  EXPECT_EQ(pages[0].town, "leeds-england-gb");
  EXPECT_THAT(*mapped.sitemaps.file("local-1.xml", mapped.search, kAddress, {}),
              HasSubstr("/treatments/micro-needling/near/leeds-england-gb<"));
}

TEST(Sitemaps, TheIndexNamesFilesThatThereAre) {
  const Mapped mapped(small_directory());
  const auto index = *mapped.sitemaps.index(mapped.search, kAddress);
  EXPECT_THAT(index, HasSubstr("<loc>https://find.example.org/sitemaps/catalogue.xml</loc>"));
  EXPECT_THAT(index, HasSubstr("/sitemaps/sites-1.xml"));
  EXPECT_THAT(index, Not(HasSubstr("sites-2.xml")));
  EXPECT_THAT(*mapped.sitemaps.file("sites-1.xml", mapped.search, kAddress, {}),
              HasSubstr("https://find.example.org/sites/"));
  EXPECT_THAT(*mapped.sitemaps.file("catalogue.xml", mapped.search, kAddress, {}),
              HasSubstr("https://find.example.org/treatments/micro-needling<"));
}

TEST(Sitemaps, NoAddressHasANameThatTheLawBars) {
  auto directory = small_directory();
  directory.front().site.name = "Botox Bar";
  const Mapped mapped(directory);
  const auto id = directory.front().site.id.text();
  EXPECT_THAT(*mapped.sitemaps.file("sites-1.xml", mapped.search, kAddress, {.chosen = "US", .catalogue = "US"}),
              HasSubstr("/sites/botox-bar"));
  const auto sites = *mapped.sitemaps.file("sites-1.xml", mapped.search, kAddress, kBritish);
  EXPECT_THAT(sites, Not(HasSubstr("botox")));
  EXPECT_THAT(sites, HasSubstr("/sites/" + id + "<"));
  const auto catalogue = *mapped.sitemaps.file("catalogue.xml", mapped.search, kAddress, kBritish);
  EXPECT_THAT(catalogue, Not(HasSubstr("botulinum")));
  EXPECT_THAT(catalogue, HasSubstr("/treatments/consultation-for-lines-and-wrinkles<"));
}

/// Two places in Leeds in England and two in Leeds in Alabama, all with a name and an offer that British law bars.
std::vector<Listing> two_countries() {
  std::vector<Listing> listings;
  const auto add = [&](const std::string& id, const char* country, Degrees degrees) {
    auto& site = listings.emplace_back(listing_at(id, "Botox Bar", degrees)).site;
    site.address.country = country;
    site.offers = {{.treatment = TreatmentId{"botulinum-toxin"}}, {.treatment = TreatmentId{"micro-needling"}}};
  };
  add("gb-1", "GB", {.lat = 53.80, .lon = -1.55});
  add("gb-2", "GB", {.lat = 53.79, .lon = -1.54});
  add("us-1", "US", {.lat = 33.55, .lon = -86.54});
  add("us-2", "US", {.lat = 33.54, .lon = -86.55});
  return listings;
}

TEST(Sitemaps, WhereSeveralLawsHoldATreatmentHasAPageForEachOfItsNames) {
  const Mapped mapped(two_countries());
  const auto catalogue = *mapped.sitemaps.file("catalogue.xml", mapped.search, kAddress, {});
  EXPECT_THAT(catalogue, HasSubstr("/treatments/botulinum-toxin<"));
  EXPECT_THAT(catalogue, HasSubstr("/treatments/consultation-for-lines-and-wrinkles<"));
  EXPECT_THAT(catalogue, Not(HasSubstr("/treatments/consultation-for-volume"))) << "there is no site in Australia";
}

TEST(Sitemaps, AddressesOfTownsAndSitesFollowTheLawOfTheirCountryUnlessTheOperatorChoseOne) {
  const Mapped mapped(two_countries());
  const auto paths_under = [&](const AddressLaws& laws) {
    return *mapped.sitemaps.file("local-1.xml", mapped.search, kAddress, laws) +
           *mapped.sitemaps.file("sites-1.xml", mapped.search, kAddress, laws);
  };
  const auto own = paths_under({});
  EXPECT_THAT(own, HasSubstr("/treatments/consultation-for-lines-and-wrinkles/near/leeds-england-gb<"));
  EXPECT_THAT(own, HasSubstr("/treatments/botulinum-toxin/near/leeds-alabama-us<"));
  EXPECT_THAT(own, HasSubstr("/sites/gb-1<"));
  EXPECT_THAT(own, HasSubstr("/sites/botox-bar"));
  EXPECT_THAT(own, Not(HasSubstr("/sites/us-1<")));
  const auto british = paths_under(kBritish);
  EXPECT_THAT(british, HasSubstr("/treatments/consultation-for-lines-and-wrinkles/near/leeds-alabama-us<"));
  EXPECT_THAT(british, AllOf(HasSubstr("/sites/us-1<"), Not(HasSubstr("botox")), Not(HasSubstr("botulinum"))));
  const auto american = paths_under({.chosen = "US", .catalogue = "US"});
  EXPECT_THAT(american, HasSubstr("/treatments/botulinum-toxin/near/leeds-england-gb<"));
  EXPECT_THAT(american, Not(HasSubstr("/sites/gb-1<")));
}

std::vector<std::string> addresses_in(const std::string& xml) {
  std::vector<std::string> addresses;
  for (auto at = xml.find("<loc>"); at != std::string::npos; at = xml.find("<loc>", at + 1)) {
    const auto from = at + 5 + std::string_view(kAddress).size();
    addresses.push_back(xml.substr(from, xml.find("</loc>", at) - from));
  }
  return addresses;
}

class SitemapsAndPages : public testing::TestWithParam<const char*> {};

TEST_P(SitemapsAndPages, EveryAddressIsTheOneThatItsPageCallsItsOwn) {
  const TestService service;
  service.put(two_countries());
  service.build_image();
  Look look;
  look.address = kAddress;
  look.jurisdiction = GetParam();
  auto server = Server::start({.port = 0, .threads = 2, .image = service.image(), .look = look}, service.store(),
                              real_catalogue(), small_gazetteer());
  ASSERT_TRUE(server);
  const auto page_at = [&](const std::string& path) {
    return TestClient{server->port()}.ask(path, "Accept: text/html\r\n");
  };
  std::size_t pages = 0;
  for (const auto& file : addresses_in(page_at("/sitemap.xml"))) {
    for (const auto& address : addresses_in(page_at(file))) {
      ++pages;
      EXPECT_THAT(page_at(address), HasSubstr(fmt::format("rel=\"canonical\" href=\"{}{}\"", kAddress, address)));
    }
  }
  EXPECT_GT(pages, 50);
  if (look.jurisdiction == "US") return;
  const auto guide = page_at("/treatments/consultation-for-lines-and-wrinkles");
  EXPECT_THAT(guide, HasSubstr("Consultation for lines and wrinkles"));
  EXPECT_THAT(guide, AllOf(Not(HasSubstr("otulinum")), Not(HasSubstr("otox"))));
}

INSTANTIATE_TEST_SUITE_P(Laws, SitemapsAndPages, testing::Values("", "GB", "US"),
                         [](const auto& law) { return *law.param == '\0' ? std::string{"own"} : law.param; });

TEST(Sitemaps, AnUnknownFileIsNotFound) {
  const Mapped mapped(small_directory());
  for (const auto* name : {"", "sites.xml", "sites-0.xml", "sites-2.xml", "sites-1", "sites-1.xml.gz", "sites--1.xml",
                           "sites-99999999999999999999.xml", "local-77.xml", "other-1.xml"}) {
    const auto file = mapped.sitemaps.file(name, mapped.search, kAddress, {});
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
