#include "index/rebuild.hpp"

#include <array>
#include <csignal>
#include <filesystem>
#include <set>

#include <gtest/gtest.h>
#include <sys/resource.h>

#include "base/file.hpp"
#include "base/json.hpp"
#include "index/entry/make_entry.hpp"
#include "index/entry/slug.hpp"
#include "index/image/index.hpp"

namespace nearme {
namespace {

const Date kToday = Date{std::chrono::year{2026}, std::chrono::November, std::chrono::day{22}};

Catalogue catalogue() {
  const std::array files{CatalogueFile{.name = "test.toml", .text = R"(
[[treatment]]
id = "micro-needling"
names = { en = "Micro-needling" }
summary = "Fine needles make small wounds that heal as firmer skin."

[[treatment]]
id = "chemical-peel"
names = { en = "Chemical peel" }
summary = "An acid takes off the upper skin."

[[kind]]
id = "dermatology"
names = { en = "Dermatology practice" }
may_offer = ["micro-needling", "chemical-peel"]
)"}};
  auto loaded = Catalogue::load(files);
  if (!loaded) throw std::runtime_error(loaded.error().message);
  return *std::move(loaded);
}

Site leeds_site() {
  Site site{.id = SiteId{"leeds-1"},
            .source = SourceId{"list"},
            .name = "Skin Studio",
            .position = *LatLon::make({.lat = 53.8, .lon = -1.55})};
  site.kinds = {KindId{"dermatology"}};
  site.address = {.street = "1 High Street", .city = "Leeds", .region = "", .postcode = "LS1 4DY", .country = "GB"};
  site.offers = {{.treatment = TreatmentId{"micro-needling"},
                  .price = Money{.hundredths = 9950, .currency = "GBP"},
                  .practitioners = {}}};
  site.languages = {"en", "de-AT"};
  site.wheelchair = Wheelchair::yes;
  return site;
}

Claim confirmed_claim(std::string subject, std::string claim) {
  return {.source = SourceId{"register"},
          .subject_id = std::move(subject),
          .claim = std::move(claim),
          .value = "123",
          .checked_by = "Register",
          .checked_at = Date{std::chrono::year{2026}, std::chrono::October, std::chrono::day{1}},
          .expires_at = {},
          .url = {}};
}

Practitioner anna() {
  return {.id = PractitionerId{"p1"},
          .source = {},
          .name = "Anna Élan",
          .profession = "nurse",
          .sites = {},
          .treatments = {},
          .register_name = {},
          .registration_number = {},
          .fictional = false};
}

bool has(const std::vector<std::string>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

IndexEntry entry_of(const Listing& listing) { return make_entry(listing, catalogue(), kToday); }

TEST(MakeEntry, ABareSiteHasNoEvidenceAndNoQuality) {
  const Listing listing{.site = {.id = SiteId{"bare"}, .position = *LatLon::make({.lat = 0, .lon = 0})},
                        .practitioners = {},
                        .claims = {}};
  const IndexEntry entry = entry_of(listing);
  EXPECT_EQ(entry.quality, 0);
  EXPECT_TRUE(entry.members.empty());
  EXPECT_TRUE(entry.words.empty());
  EXPECT_EQ(entry.schedule, nullptr);
  EXPECT_EQ(nlohmann::json::parse(entry.ready_json),
            nlohmann::json::parse(R"({"id":"bare","name":"","lat":0.0,"lon":0.0,"address":{},"kinds":[],"offers":[],
                "evidence":{"level":"none","claims":[]},"url":"/sites/)" +
                                  entry.slug + R"("})"));
}

TEST(MakeEntry, ASiteIsInTheSetsThatItsFieldsName) {
  const auto members = entry_of({.site = leeds_site(), .practitioners = {}, .claims = {}}).members;
  for (const char* name : {"offers:micro-needling", "may-offer:chemical-peel", "kind:dermatology", "language:en",
                           "language:de-at", "wheelchair:yes", "country:GB", "postcode:ls14dy", "postcode:ls1"}) {
    EXPECT_TRUE(has(members, name)) << name;
  }
  EXPECT_FALSE(has(members, "may-offer:micro-needling"));
  EXPECT_FALSE(has(members, "offers-confirmed:micro-needling"));
}

TEST(MakeEntry, OnlyBritishPostcodesHaveAnOutwardPart) {
  Site site = leeds_site();
  site.address.country = "DE";
  site.address.postcode = "10115";
  const auto members = entry_of({.site = site, .practitioners = {}, .claims = {}}).members;
  EXPECT_TRUE(has(members, "postcode:10115"));
  EXPECT_FALSE(has(members, "postcode:10"));
}

TEST(MakeEntry, AnOfferIsConfirmedByTheSitesLicenceWhenNobodyIsNamedForIt) {
  const Listing listing{.site = leeds_site(), .practitioners = {}, .claims = {confirmed_claim("leeds-1", "licence")}};
  const IndexEntry entry = entry_of(listing);
  EXPECT_TRUE(has(entry.members, "offers-confirmed:micro-needling"));
  EXPECT_TRUE(entry.offers[0].confirmed);
}

TEST(MakeEntry, TheSitesLicenceDoesNotConfirmAnOfferOfSomebodyNamed) {
  Listing listing{.site = leeds_site(), .practitioners = {anna()}, .claims = {confirmed_claim("leeds-1", "licence")}};
  listing.practitioners[0].treatments = {TreatmentId{"micro-needling"}};
  EXPECT_FALSE(entry_of(listing).offers[0].confirmed);
  listing.claims.push_back(confirmed_claim("p1", "insurance"));
  EXPECT_FALSE(entry_of(listing).offers[0].confirmed);
  listing.claims.push_back(confirmed_claim("p1", "registration"));
  EXPECT_TRUE(entry_of(listing).offers[0].confirmed);
}

TEST(MakeEntry, ARegistrationOfSomebodyElseThereConfirmsNoOffer) {
  Listing listing{.site = leeds_site(), .practitioners = {anna()}, .claims = {confirmed_claim("p1", "registration")}};
  listing.site.offers[0].practitioners = {PractitionerId{"p2"}};
  const IndexEntry entry = entry_of(listing);
  EXPECT_FALSE(entry.offers[0].confirmed);
  EXPECT_TRUE(has(entry.members, "evidence:confirmed"));
}

TEST(MakeEntry, WhatWasCheckedLongAgoIsDeclared) {
  Listing listing{.site = leeds_site(), .practitioners = {}, .claims = {confirmed_claim("leeds-1", "licence")}};
  listing.claims[0].checked_at = Date{std::chrono::year{2025}, std::chrono::October, std::chrono::day{1}};
  const auto entry = entry_of(listing);
  EXPECT_FALSE(entry.offers[0].confirmed);
  EXPECT_FALSE(has(entry.members, "offers-confirmed:micro-needling"));
  EXPECT_FALSE(has(entry.members, "evidence:confirmed"));
  EXPECT_TRUE(has(entry.members, "evidence:declared"));
}

TEST(MakeEntry, ALongAgoConfirmedExclusionStillBars) {
  Listing listing{.site = leeds_site(),
                  .practitioners = {},
                  .claims = {confirmed_claim("leeds-1", "licence"), confirmed_claim("leeds-1", "exclusion")}};
  listing.claims[1].checked_at = Date{std::chrono::year{2015}, std::chrono::October, std::chrono::day{1}};
  const auto entry = entry_of(listing);
  EXPECT_FALSE(entry.offers[0].confirmed);
  EXPECT_FALSE(has(entry.members, "evidence:confirmed"));
}

TEST(MakeEntry, ARefutedExclusionSaysNothing) {
  Listing listing{.site = leeds_site(),
                  .practitioners = {},
                  .claims = {confirmed_claim("leeds-1", "licence"), confirmed_claim("leeds-1", "exclusion")}};
  listing.claims[1].contradicted = true;
  const auto entry = entry_of(listing);
  EXPECT_TRUE(entry.offers[0].confirmed);
  EXPECT_TRUE(has(entry.members, "evidence:confirmed"));
}

TEST(MakeEntry, ALicenceForATreatmentThatIsBarredIsNoEvidence) {
  Listing listing{.site = leeds_site(),
                  .practitioners = {},
                  .claims = {confirmed_claim("leeds-1", "licence"), confirmed_claim("leeds-1", "exclusion")}};
  for (Claim& claim : listing.claims) claim.treatment = TreatmentId{"micro-needling"};
  const auto entry = entry_of(listing);
  EXPECT_FALSE(entry.offers[0].confirmed);
  EXPECT_FALSE(has(entry.members, "evidence:confirmed"));
}

TEST(MakeEntry, AConfirmedExclusionIsNoEvidenceAndConfirmsNothing) {
  Listing listing{.site = leeds_site(),
                  .practitioners = {anna()},
                  .claims = {confirmed_claim("leeds-1", "licence"), confirmed_claim("p1", "exclusion")}};
  const IndexEntry entry = entry_of(listing);
  EXPECT_FALSE(entry.offers[0].confirmed);
  EXPECT_FALSE(has(entry.members, "evidence:confirmed"));
  EXPECT_FALSE(has(entry.members, "offers-confirmed:micro-needling"));
}

TEST(MakeEntry, AContradictedPersonConfirmsNoOfferOfTheirsWhoeverElseDoesIt) {
  Listing listing{.site = leeds_site(),
                  .practitioners = {anna(), anna()},
                  .claims = {confirmed_claim("p1", "registration"), confirmed_claim("p2", "registration")}};
  listing.practitioners[1].id = PractitionerId{"p2"};
  for (auto& each : listing.practitioners) each.treatments = {TreatmentId{"micro-needling"}};
  EXPECT_TRUE(entry_of(listing).offers[0].confirmed);
  listing.claims[1].contradicted = true;
  const IndexEntry entry = entry_of(listing);
  EXPECT_FALSE(entry.offers[0].confirmed);
  EXPECT_FALSE(has(entry.members, "offers-confirmed:micro-needling"));
  EXPECT_NE(entry.ready_json.find(R"("state":"contradicted")"), std::string::npos);
}

TEST(MakeEntry, AContradictedSiteConfirmsNothing) {
  Listing listing{.site = leeds_site(),
                  .practitioners = {},
                  .claims = {confirmed_claim("leeds-1", "licence"), confirmed_claim("leeds-1", "registration")}};
  listing.claims[1].contradicted = true;
  EXPECT_FALSE(entry_of(listing).offers[0].confirmed);
}

TEST(MakeEntry, WhoSomebodyIsConfirmsNothingOfWhatTheyMayDo) {
  const Listing listing{.site = leeds_site(), .practitioners = {anna()}, .claims = {confirmed_claim("p1", "identity")}};
  const IndexEntry entry = entry_of(listing);
  EXPECT_FALSE(has(entry.members, "evidence:confirmed"));
  EXPECT_TRUE(has(entry.members, "evidence:declared"));
}

TEST(MakeEntry, HowAPlaceWorksConfirmsNothingOfWhatItMayDo) {
  for (const auto* claim : {"complaints", "consultation", "device", "needle-depth"}) {
    const Listing listing{.site = leeds_site(), .practitioners = {}, .claims = {confirmed_claim("leeds-1", claim)}};
    const IndexEntry entry = entry_of(listing);
    EXPECT_FALSE(has(entry.members, "evidence:confirmed")) << claim;
    EXPECT_TRUE(has(entry.members, "evidence:declared")) << claim;
  }
}

TEST(MakeEntry, AnExpiredClaimCountsAsNone) {
  Listing listing{.site = leeds_site(), .practitioners = {}, .claims = {confirmed_claim("leeds-1", "licence")}};
  listing.claims[0].expires_at = Date{std::chrono::year{2026}, std::chrono::November, std::chrono::day{21}};
  const IndexEntry entry = entry_of(listing);
  EXPECT_FALSE(entry.offers[0].confirmed);
  EXPECT_FALSE(has(entry.members, "evidence:confirmed"));
  EXPECT_FALSE(has(entry.members, "evidence:declared"));
  EXPECT_NE(entry.ready_json.find(R"("state":"expired")"), std::string::npos);
}

TEST(MakeEntry, WordsAreFolded) {
  Site site = leeds_site();
  site.other_services = {"Skin check"};
  const auto words = entry_of({.site = site, .practitioners = {anna()}, .claims = {}}).words;
  EXPECT_EQ(std::set<std::string>(words.begin(), words.end()),
            (std::set<std::string>{"1", "anna", "check", "elan", "high", "leeds", "skin", "street", "studio"}));
}

TEST(MakeEntry, QualityIsEvidenceAndCompletenessByTheirWeights) {
  Site site = leeds_site();  // has a street and a price: two of six
  const Listing listing{.site = site, .practitioners = {}, .claims = {confirmed_claim("leeds-1", "licence")}};
  EXPECT_NEAR(entry_of(listing).quality, 0.7 * 1 + 0.3 * 2 / 6, 1e-6);
  Listing declared = listing;
  declared.claims[0].checked_by.clear();
  EXPECT_NEAR(entry_of(declared).quality, 0.7 * 0.4 + 0.3 * 2 / 6, 1e-6);
}

TEST(MakeEntry, OpeningHoursThatNobodyUnderstandsAreUnknown) {
  Site site = leeds_site();
  site.opening_hours = "when the moon is blue ((";
  EXPECT_EQ(entry_of({.site = site, .practitioners = {}, .claims = {}}).schedule, nullptr);
  site.opening_hours = "Mo-Fr 09:00-17:00";
  site.time_zone = "Europe/London";
  const IndexEntry entry = entry_of({.site = site, .practitioners = {}, .claims = {}});
  ASSERT_TRUE(entry.schedule);
  EXPECT_EQ(entry.schedule->week[0], (OpenDay{{.from = 540, .to = 1020}}));
}

TEST(ReadyJson, HasTheFieldsOfTheContractInTheirOrder) {
  Listing listing{.site = leeds_site(), .practitioners = {anna()}, .claims = {confirmed_claim("p1", "registration")}};
  listing.site.fictional = true;
  const IndexEntry entry = entry_of(listing);
  const auto json = nlohmann::ordered_json::parse(entry.ready_json);
  std::vector<std::string> fields;
  for (const auto& [field, value] : json.items()) fields.push_back(field);
  EXPECT_EQ(fields,
            (std::vector<std::string>{"id", "name", "lat", "lon", "address", "kinds", "offers", "evidence", "languages",
                                      "wheelchair", "practitioners", "url", "fictional", "source"}));
  EXPECT_EQ(json["offers"].dump(), R"([{"treatment":"micro-needling","price":99.5,"currency":"GBP"}])");
  EXPECT_EQ(json["evidence"]["claims"][0]["of"], "Anna Élan");
  EXPECT_EQ(json["evidence"]["level"], "confirmed");
  EXPECT_EQ(json["url"], "/sites/" + entry.slug);
}

TEST(ReadyJson, AnOfferHasItsLevelWithEachRuleAndTheAgeOfItsCheck) {
  Listing listing{.site = leeds_site(), .practitioners = {}, .claims = {}};
  NeedStanding need;
  need.rule = "premises";
  need.state = NeedState::met;
  need.checked_at = Date{std::chrono::year{2026}, std::chrono::November, std::chrono::day{12}};
  listing.standings = {
      {.treatment = TreatmentId{"micro-needling"}, .level = OfferLevel::partly_confirmed, .needs = {need}}};
  const auto json = entry_of(listing).ready_json;
  EXPECT_NE(json.find(R"("level":"partly-confirmed","requirements":[{"rule":"premises")"), std::string::npos) << json;
  EXPECT_NE(json.find(R"("state":"met","checked_at":"2026-11-12","age_days":10)"), std::string::npos) << json;
}

TEST(ReadyJson, AWholeAmountHasNoFraction) {
  Listing listing{.site = leeds_site(), .practitioners = {}, .claims = {}};
  listing.site.offers[0].price->hundredths = 12000;
  EXPECT_NE(entry_of(listing).ready_json.find(R"("price":120,)"), std::string::npos);
}

TEST(Slug, IsTheNameAndTheTownInPlainLettersAndEightDigits) {
  Site site = leeds_site();
  site.name = "Zoë's  Skin & Laser";
  EXPECT_TRUE(slug_of(site).starts_with("zoe-s-skin-laser-leeds-")) << slug_of(site);
  EXPECT_EQ(slug_of(site).size(), std::string_view("zoe-s-skin-laser-leeds-").size() + 8);
}

TEST(Slug, OfANameWithoutPlainLettersSaysSite) {
  Site site = leeds_site();
  site.name = "皮肤科";
  site.address.city = "";
  EXPECT_TRUE(slug_of(site).starts_with("site-")) << slug_of(site);
}

TEST(Slug, TwoSitesThatWouldShareOneGetTheirOwn) {
  SlugsInUse slugs;
  const std::string first = slugs.take(leeds_site());
  const std::string second = slugs.take(leeds_site());
  EXPECT_EQ(first, slug_of(leeds_site()));
  EXPECT_EQ(second, slug_of(leeds_site(), 9));
}

/// A store of a few listings.
class ListingsInMemory final : public Store {
 public:
  std::vector<Listing> listings;
  std::vector<SourceSummary> summaries;

  Result<Revision> revision() override { return Revision{7}; }
  Result<StoreCounts> counts() override { return StoreCounts{.sites = listings.size()}; }
  Result<std::vector<SourceSummary>> sources() override { return summaries; }
  Result<std::unique_ptr<ImportSession>> begin_import(const Source&) override {
    return fail(ErrorKind::unavailable, "nothing is imported here");
  }
  Result<std::vector<Result<EditOutcome>>> edit(std::span<const SiteEdit>) override {
    return fail(ErrorKind::unavailable, "nothing is edited here");
  }
  Result<std::vector<SiteId>> sites_of(const PractitionerId&) override { return std::vector<SiteId>{}; }
  Result<UndoneImport> undo_import(const std::optional<SourceId>&) override {
    return fail(ErrorKind::unavailable, "nothing is imported here");
  }
  Result<std::optional<Listing>> find_listing(const SiteId&) override { return std::nullopt; }
  Result<std::optional<Practitioner>> find_practitioner(const PractitionerId&) override { return std::nullopt; }
  Result<void> for_each_listing(const std::function<Result<void>(const Listing&)>& visit) override {
    for (const Listing& listing : listings) TRY_VOID(visit(listing));
    return {};
  }
  Result<std::vector<Change>> changes_after(Revision, std::size_t) override { return std::vector<Change>{}; }
};

SourceSummary summary(std::string attribution, std::uint64_t sites) {
  SourceSummary one;
  one.source.attribution = std::move(attribution);
  one.standing.sites = sites;
  return one;
}

std::filesystem::path image_path() { return std::filesystem::path(testing::TempDir()) / "nearme_rebuild.image"; }

TEST(RebuildImage, OfAnEmptyStoreIsAnImageOfNoSites) {
  ListingsInMemory store;
  ASSERT_TRUE(rebuild_image(store, catalogue(), kToday, image_path()));
  const auto index = Index::open(image_path()).value();
  EXPECT_EQ(index->size(), 0U);
  EXPECT_EQ(index->about().revision, 7U);
  EXPECT_FALSE(index->about().any_fictional);
}

TEST(RebuildImage, HoldsEveryStandingListingAndWhatMustBeShown) {
  ListingsInMemory store;
  store.listings = {{.site = leeds_site(), .practitioners = {}, .claims = {}}};
  store.listings.push_back(store.listings[0]);
  store.listings[1].site.id = SiteId{"leeds-2"};
  store.listings[1].site.fictional = true;
  store.summaries = {summary("© B", 1), summary("© A", 3), summary("© B", 2), summary("", 5), summary("© gone", 0)};
  ASSERT_TRUE(rebuild_image(store, catalogue(), kToday, image_path()));
  const auto index = Index::open(image_path()).value();
  EXPECT_EQ(index->size(), 2U);
  EXPECT_EQ(index->name(*index->find("leeds-2")), "Skin Studio");
  EXPECT_EQ(index->members().find("offers:micro-needling").count(), 2U);
  EXPECT_EQ(index->about().attributions, (std::vector<std::string>{"© A", "© B"}));
  EXPECT_EQ(index->about().day, kToday);
  EXPECT_TRUE(index->about().any_fictional);
}

TEST(RebuildImage, SitesThatShareOpeningHoursShareASchedule) {
  ListingsInMemory store;
  for (int i = 0; i < 10; ++i) {
    Listing& listing = store.listings.emplace_back(Listing{.site = leeds_site(), .practitioners = {}, .claims = {}});
    listing.site.id = SiteId{"s" + std::to_string(i)};
    listing.site.opening_hours = i % 2 == 0 ? "Mo-Fr 09:00-17:00" : "Sa 10:00-12:00";
    listing.site.time_zone = "Europe/London";
  }
  ASSERT_TRUE(rebuild_image(store, catalogue(), kToday, image_path()));
  EXPECT_EQ((*Index::open(image_path()))->schedule_count(), 3U);
}

/// Listings of every sort, two of them with slugs that would be the same.
std::vector<Listing> many_listings(std::size_t count) {
  std::vector<Listing> listings;
  for (std::size_t i = 0; i < count; ++i) {
    Listing& listing = listings.emplace_back(Listing{.site = leeds_site(), .practitioners = {}, .claims = {}});
    listing.site.id = SiteId{"site-" + std::to_string(i)};
    listing.site.name = "Studio " + std::to_string(i % 40);
    listing.site.position = *LatLon::make({.lat = 50 + static_cast<double>(i % 97) / 50, .lon = -1.5});
    if (i % 3 == 0) listing.site.opening_hours = "Mo-Fr 09:00-17:00";
    if (i % 5 == 0) listing.claims.push_back(confirmed_claim(listing.site.id.text(), "licence"));
    if (i % 7 == 0) listing.practitioners.push_back(anna());
  }
  return listings;
}

TEST(RebuildImage, IsTheSameImageOnAnyNumberOfThreadsAndInAnyMemory) {
  ListingsInMemory store;
  store.listings = many_listings(1500);
  ASSERT_TRUE(rebuild_image(store, catalogue(), kToday, image_path(), {.threads = 1}));
  const auto expected = read_file(image_path()).value();
  for (const std::size_t threads : {2U, 5U}) {
    ASSERT_TRUE(
        rebuild_image(store, catalogue(), kToday, image_path(), {.threads = threads, .bytes_in_memory = 100'000}));
    EXPECT_TRUE(read_file(image_path()).value() == expected) << threads;
  }
}

TEST(RebuildImage, TellsHowFarItIs) {
  ListingsInMemory store;
  store.listings = many_listings(1500);
  store.summaries = {summary("", 1500)};
  RebuildProgress last;
  const auto note = [&](const RebuildProgress& progress) {
    EXPECT_GE(progress.sites_read, last.sites_read);
    last = progress;
  };
  ASSERT_TRUE(rebuild_image(store, catalogue(), kToday, image_path(), {.progress = note}));
  EXPECT_EQ(last.sites_in_all, 1500U);
  EXPECT_GT(last.sites_read, 0U);
}

TEST(RebuildImage, AFullDiskLeavesTheOldImageAndNothingElse) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "nearme_full_disk";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  ListingsInMemory store;
  store.listings = many_listings(20);
  ASSERT_TRUE(rebuild_image(store, catalogue(), kToday, folder / "index.image"));
  store.listings = many_listings(1500);
  // No file may grow past 64 kB: the system refuses as it does when the disk is full.
  const auto old_handler = std::signal(SIGXFSZ, SIG_IGN);
  rlimit old_limit{};
  getrlimit(RLIMIT_FSIZE, &old_limit);
  rlimit limit = old_limit;
  limit.rlim_cur = 64 << 10;
  setrlimit(RLIMIT_FSIZE, &limit);
  const auto image_does_not_fit = rebuild_image(store, catalogue(), kToday, folder / "index.image");
  const auto spill_does_not_fit =
      rebuild_image(store, catalogue(), kToday, folder / "index.image", {.bytes_in_memory = 500'000});
  setrlimit(RLIMIT_FSIZE, &old_limit);
  std::signal(SIGXFSZ, old_handler);
  EXPECT_EQ(image_does_not_fit.error().kind, ErrorKind::unreadable);
  EXPECT_EQ(spill_does_not_fit.error().kind, ErrorKind::unreadable);
  EXPECT_EQ((*Index::open(folder / "index.image"))->size(), 20U);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 1);
}

TEST(RebuildImage, AnErrorOfTheStoreLeavesTheOldImage) {
  class Failing final : public Store {
   public:
    Result<Revision> revision() override { return fail(ErrorKind::unavailable, "the store is away"); }
    Result<StoreCounts> counts() override { return StoreCounts{}; }
    Result<std::vector<SourceSummary>> sources() override { return std::vector<SourceSummary>{}; }
    Result<std::unique_ptr<ImportSession>> begin_import(const Source&) override { return nullptr; }
    Result<std::vector<Result<EditOutcome>>> edit(std::span<const SiteEdit>) override {
      return std::vector<Result<EditOutcome>>{};
    }
    Result<std::vector<SiteId>> sites_of(const PractitionerId&) override { return std::vector<SiteId>{}; }
    Result<UndoneImport> undo_import(const std::optional<SourceId>&) override { return UndoneImport{}; }
    Result<std::optional<Listing>> find_listing(const SiteId&) override { return std::nullopt; }
    Result<std::optional<Practitioner>> find_practitioner(const PractitionerId&) override { return std::nullopt; }
    Result<void> for_each_listing(const std::function<Result<void>(const Listing&)>&) override { return {}; }
    Result<std::vector<Change>> changes_after(Revision, std::size_t) override { return std::vector<Change>{}; }
  };
  ListingsInMemory store;
  ASSERT_TRUE(rebuild_image(store, catalogue(), kToday, image_path()));
  Failing away;
  EXPECT_EQ(rebuild_image(away, catalogue(), kToday, image_path()).error().kind, ErrorKind::unavailable);
  EXPECT_TRUE(Index::open(image_path()));
}

}  // namespace
}  // namespace nearme
