#include "trust/checked_store.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "catalogue/catalogue_files.hpp"
#include "store/sqlite/sqlite_store.hpp"
#include "trust/register_fixture.hpp"

namespace nearme {
namespace {

const Date kToday = *parse_date("2026-11-22");

/// One clinic in Austin with one practitioner, and the registers that a test imports. A scenario a state.
class CheckedStoreTest : public RegisterFixture {
 protected:
  void SetUp() override {
    RegisterFixture::SetUp();
    store_ = open_sqlite_store(folder_ / "store.sqlite").value();
    practitioner_.id = PractitionerId{"p1"};
    practitioner_.name = "Jane Smith";
    practitioner_.sites = {SiteId{"s1"}};
    practitioner_.register_name = "NMC";
    practitioner_.registration_number = "12A-3456";
  }

  /// Puts the directory, and gives the listing as it is read through the registers.
  Listing checked(const std::vector<Claim>& claims = {}) {
    auto session = store_->begin_import({.id = SourceId{"test"}, .origin = "t", .format = "csv"}).value();
    Site site{.id = SiteId{site_id_}, .name = "Alpha Skin Clinic", .position = *LatLon::make({.lat = 30, .lon = -97})};
    site.address = address_;
    site.offers = offers_;
    EXPECT_TRUE(session->put("s", site));
    EXPECT_TRUE(session->put("p", practitioner_));
    for (std::size_t i = 0; i < claims.size(); ++i) EXPECT_TRUE(session->put(std::to_string(i), claims[i]));
    EXPECT_TRUE(session->commit());
    auto store = checked_store();
    return store.find_listing(SiteId{site_id_}).value().value();
  }

  [[nodiscard]] CheckedStore checked_store() const {
    const auto path = folder_ / "store.sqlite";
    return {open_sqlite_store(path).value(), Registers::open(path).value(), rules_};
  }

  /// The register of nurses as of a day, with these rows: number,name,status,expires.
  void import_nurses(const char* day, const std::string& rows) {
    auto asked = request("nmc", day);
    asked.about.name = "Nursing and Midwifery Council";
    asked.about.also_called = {"NMC"};
    asked.about.link = "https://nmc.example/{number}";
    const auto report = import(asked, "number,name,status,expires\n" + rows);
    ASSERT_TRUE(report) << report.error().message;
  }

  void import_leie(const std::string& rows) {
    const auto report =
        import(request("leie", "2026-11-10"),
               "LASTNAME,FIRSTNAME,MIDNAME,BUSNAME,GENERAL,SPECIALTY,UPIN,NPI,DOB,ADDRESS,CITY,STATE,ZIP,EXCLTYPE,"
               "EXCLDATE,REINDATE,WAIVERDATE,WVRSTATE\n" +
                   rows);
    ASSERT_TRUE(report) << report.error().message;
  }

  static Claim claim_of(const Listing& listing, std::string_view what) {
    for (const auto& claim : listing.claims) {
      if (claim.claim == what) return claim;
    }
    ADD_FAILURE() << "there is no claim of " << what;
    return {};
  }

  static bool has_claim(const Listing& listing, std::string_view what) {
    return std::ranges::find(listing.claims, what, &Claim::claim) != listing.claims.end();
  }

  std::string site_id_ = "s1";
  Address address_{.city = "Austin", .region = "TX", .country = "US"};
  std::vector<Offer> offers_;
  TrustRules rules_;
  Practitioner practitioner_;
  std::unique_ptr<Store> store_;
};

TEST_F(CheckedStoreTest, WithoutRegistersNothingIsAdded) { EXPECT_TRUE(checked().claims.empty()); }

TEST_F(CheckedStoreTest, TheSameNumberAndNameAreConfirmedByTheRegisterOnItsDate) {
  import_nurses("2026-11-01", "12a 3456,Jane Smith,Registered,2027-03-31\n");
  const auto claim = claim_of(checked(), "registration");
  EXPECT_EQ(state_of(claim, kToday), ClaimState::confirmed);
  EXPECT_EQ(claim.subject_id, "p1");
  EXPECT_EQ(claim.checked_by, "Nursing and Midwifery Council");
  EXPECT_EQ(claim.checked_at, parse_date("2026-11-01").value());
  EXPECT_EQ(claim.expires_at, parse_date("2027-03-31").value());
  EXPECT_EQ(claim.url, "https://nmc.example/12a 3456");
  EXPECT_EQ(claim.value, "NMC 12A-3456");
}

TEST_F(CheckedStoreTest, ASimilarNameIsStatedAndStaysDeclared) {
  for (const char* name :
       {"Dr Jane Smith", "J Smith", "Smith Jane", "Jane Smith-Jones", "Jáne Smith", "Jane Ann Smith"}) {
    import_nurses("2026-11-01", std::string("12A3456,") + name + ",Registered,\n");
    const auto claim = claim_of(checked(), "registration");
    EXPECT_EQ(state_of(claim, kToday), ClaimState::declared) << name;
    EXPECT_NE(claim.note.find("similar, apart from"), std::string::npos) << name << ": " << claim.note;
    EXPECT_TRUE(claim.checked_by.empty());
  }
}

TEST_F(CheckedStoreTest, ANumberOfSomebodyElseContradictsTheClaim) {
  import_nurses("2026-11-01", "12A3456,Robert Brown,Registered,\n");
  const auto listing = checked();
  EXPECT_EQ(state_of(claim_of(listing, "registration"), kToday), ClaimState::contradicted);
  EXPECT_NE(claim_of(listing, "registration").note.find("Robert Brown"), std::string::npos);
  EXPECT_FALSE(has_claim(listing, "exclusion")) << "it is not known that Jane Smith was excluded";
}

TEST_F(CheckedStoreTest, SomebodyStruckOffIsContradictedAndExcluded) {
  import_nurses("2026-11-01", "12A3456,Jane Smith,Struck off,\n");
  const auto listing = checked();
  EXPECT_EQ(state_of(claim_of(listing, "registration"), kToday), ClaimState::contradicted);
  EXPECT_EQ(state_of(claim_of(listing, "exclusion"), kToday), ClaimState::confirmed);
  EXPECT_EQ(claim_of(listing, "exclusion").value, "Nursing and Midwifery Council: Struck off");
}

TEST_F(CheckedStoreTest, SomebodyStruckOffUnderASimilarNameIsNeverConfirmed) {
  for (const char* name : {"Dr Jane Smith", "J Smith", "Smith Jane", "Jane Smith-Jones", "Jáne Smith"}) {
    import_nurses("2026-11-01", std::string("12A3456,") + name + ",Struck off,\n");
    const auto listing = checked();
    EXPECT_EQ(state_of(claim_of(listing, "registration"), kToday), ClaimState::contradicted) << name;
    // That the same person is meant is likely, and no more: the exclusion is stated and not confirmed.
    EXPECT_EQ(state_of(claim_of(listing, "exclusion"), kToday), ClaimState::declared) << name;
    EXPECT_NE(claim_of(listing, "exclusion").note.find("similar, apart from"), std::string::npos) << name;
  }
}

TEST_F(CheckedStoreTest, ARegistrationPastItsLastDayIsExpired) {
  import_nurses("2026-11-01", "12A3456,Jane Smith,Registered,2026-11-21\n");
  EXPECT_EQ(state_of(claim_of(checked(), "registration"), kToday), ClaimState::expired);
}

TEST_F(CheckedStoreTest, ALapsedEntryIsExpiredWithoutADay) {
  import_nurses("2026-11-01", "12A3456,Jane Smith,Lapsed,\n");
  const auto claim = claim_of(checked(), "registration");
  EXPECT_EQ(state_of(claim, kToday), ClaimState::expired);
  EXPECT_EQ(claim.note, "The register says: Lapsed.");
}

TEST_F(CheckedStoreTest, AnEntryThatTheNextFileNoLongerHasIsExpired) {
  import_nurses("2026-10-01", "12A3456,Jane Smith,Registered,2027-03-31\n");
  import_nurses("2026-11-01", "99,Somebody Else,Registered,\n");
  const auto claim = claim_of(checked(), "registration");
  EXPECT_EQ(state_of(claim, kToday), ClaimState::expired);
  EXPECT_EQ(claim.expires_at, parse_date("2026-10-31").value());
  EXPECT_EQ(claim.note, "No longer in the register on 2026-11-01.");
}

TEST_F(CheckedStoreTest, ANumberThatTheRegisterDoesNotHaveStaysDeclaredAndSaysSo) {
  import_nurses("2026-11-01", "99,Somebody Else,Registered,\n");
  const auto claim = claim_of(checked(), "registration");
  EXPECT_EQ(state_of(claim, kToday), ClaimState::declared);
  EXPECT_NE(claim.note.find("does not have this number"), std::string::npos);
}

TEST_F(CheckedStoreTest, ANumberOfARegisterThatIsNotHeldIsNotChecked) {
  practitioner_.register_name = "GMC";
  import_nurses("2026-11-01", "12A3456,Jane Smith,Registered,\n");
  EXPECT_TRUE(checked().claims.empty());
}

TEST_F(CheckedStoreTest, TheClaimOfTheOperatorIsTheOneThatIsChecked) {
  import_nurses("2026-11-01", "12A3456,Jane Smith,Struck off,\n");
  Claim claim;
  claim.subject_id = "p1";
  claim.claim = "registration";
  claim.value = "NMC 12A3456";
  claim.checked_by = "The clinic's own friend";
  claim.checked_at = parse_date("2026-11-20").value();
  const auto listing = checked({claim});
  EXPECT_EQ(std::ranges::count(listing.claims, "registration", &Claim::claim), 1);
  EXPECT_EQ(state_of(claim_of(listing, "registration"), kToday), ClaimState::contradicted);
}

/// A row: what a claim says of itself, and its state.
struct ClaimRow {
  const char* what;
  const char* checked_by;
  const char* checked_at;
  const char* expires_at;
  bool contradicted;
  ClaimState state;
};

constexpr std::array kSorts{"registration", "licence",      "insurance",    "training",  "single-use-sterile",
                            "device",       "needle-depth", "consultation", "complaints"};

/// A claim of each sort that says this of itself.
std::vector<Claim> claims_like(const ClaimRow& row, const char* subject, const char* treatment) {
  std::vector<Claim> claims;
  for (const auto* sort : kSorts) {
    auto& claim = claims.emplace_back();
    claim.subject_id = subject;
    claim.treatment = TreatmentId{treatment};
    claim.claim = sort;
    claim.checked_by = row.checked_by;
    if (*row.checked_at != '\0') claim.checked_at = *parse_date(row.checked_at);
    if (*row.expires_at != '\0') claim.expires_at = *parse_date(row.expires_at);
    claim.contradicted = row.contradicted;
  }
  return claims;
}

TEST_F(CheckedStoreTest, AClaimOfAnySortOfASiteAPersonOrOneOfferCanBeInEachState) {
  using enum ClaimState;
  const std::vector<ClaimRow> table{{"confirmed", "Council", "2026-11-01", "2027-11-01", false, confirmed},
                                    {"declared", "", "", "", false, declared},
                                    {"declared, with its last day", "", "", "2027-11-01", false, declared},
                                    {"expired", "Council", "2025-11-01", "2026-11-21", false, expired},
                                    {"contradicted", "Council", "2026-11-01", "", true, contradicted}};
  practitioner_.registration_number = "";
  import_nurses("2026-11-01", "99,Somebody Else,Registered,\n");
  EXPECT_TRUE(checked().claims.empty()) << "not checked: nobody says anything";
  for (const auto& row : table) {
    for (const auto* subject : {"s1", "p1"}) {
      for (const auto* treatment : {"", "micro-needling"}) {
        const auto listing = checked(claims_like(row, subject, treatment));
        ASSERT_EQ(listing.claims.size(), kSorts.size()) << row.what;
        for (const auto& claim : listing.claims) {
          EXPECT_EQ(state_of(claim, kToday), row.state) << claim.claim << " of " << subject << ", " << row.what;
          EXPECT_EQ(claim.treatment, TreatmentId{treatment});
        }
      }
    }
  }
}

TEST_F(CheckedStoreTest, ARegisterDoesNotUndoWhatAnInspectionHasFound) {
  import_nurses("2026-11-01", "12A3456,Jane Smith,Registered,\n");
  auto claim = Claim{};
  claim.subject_id = "p1";
  claim.claim = "registration";
  claim.value = "NMC 12A3456";
  claim.checked_by = "Council";
  claim.checked_at = *parse_date("2026-11-20");
  claim.contradicted = true;
  const auto read = claim_of(checked({claim}), "registration");
  EXPECT_EQ(state_of(read, kToday), ClaimState::contradicted);
  EXPECT_EQ(read.checked_by, "Council");
}

/// A registration that is claimed for one treatment alone.
Claim registration_for(const char* treatment, const char* value) {
  Claim claim;
  claim.subject_id = "p1";
  claim.treatment = TreatmentId{treatment};
  claim.claim = "registration";
  claim.value = value;
  return claim;
}

/// The states of the registrations of a listing, by their treatments.
std::map<std::string, ClaimState> registrations_of(const Listing& listing) {
  std::map<std::string, ClaimState> states;
  for (const auto& claim : listing.claims) {
    if (claim.claim == "registration") states[claim.treatment.text()] = state_of(claim, kToday);
  }
  return states;
}

TEST_F(CheckedStoreTest, ANumberThatOneTreatmentIsClaimedWithIsFoundForThatAlone) {
  practitioner_.registration_number = "";
  import_nurses("2026-11-01", "12A3456,Jane Smith,Registered,\n99B,Robert Brown,Registered,\n");
  const auto claim = registration_for("facial", "NMC 12A3456");
  EXPECT_EQ(registrations_of(checked({claim})), (std::map<std::string, ClaimState>{{"facial", ClaimState::confirmed}}));
  const auto of_another = registration_for("massage", "NMC 99B");
  EXPECT_EQ(
      registrations_of(checked({claim, of_another})),
      (std::map<std::string, ClaimState>{{"facial", ClaimState::confirmed}, {"massage", ClaimState::contradicted}}));
}

TEST_F(CheckedStoreTest, TheirOwnNumberHoldsForAllTheyDoBesideTheClaimOfOneTreatment) {
  import_nurses("2026-11-01", "12A3456,Jane Smith,Registered,\n");
  EXPECT_EQ(registrations_of(checked({registration_for("facial", "NMC 12A3456")})),
            (std::map<std::string, ClaimState>{{"", ClaimState::confirmed}, {"facial", ClaimState::confirmed}}));
}

TEST_F(CheckedStoreTest, WhoeverIsStruckOffIsSoForAllWhateverTheNumberWasStatedFor) {
  practitioner_.registration_number = "";
  for (const auto* name : {"Jane Smith", "Dr Jane Smith"}) {
    import_nurses("2026-11-01", std::string("12A3456,") + name + ",Struck off,\n");
    EXPECT_EQ(registrations_of(checked({registration_for("facial", "NMC 12A3456")})),
              (std::map<std::string, ClaimState>{{"", ClaimState::contradicted}, {"facial", ClaimState::contradicted}}))
        << name;
  }
}

TEST_F(CheckedStoreTest, ANumberThatBelongsToSomebodyStruckOffBarsNobodyElse) {
  practitioner_.registration_number = "";
  import_nurses("2026-11-01", "12A3456,Robert Brown,Struck off,\n");
  EXPECT_EQ(registrations_of(checked({registration_for("facial", "NMC 12A3456")})),
            (std::map<std::string, ClaimState>{{"facial", ClaimState::contradicted}}));
}

TEST_F(CheckedStoreTest, ALicenceOfTheSiteIsCheckedByTheNumberInItsClaim) {
  auto asked = request("council", "2026-11-01");
  asked.about.also_called = {"Austin Council"};
  asked.mapping.subject = EntrySubject::organisation;
  ASSERT_TRUE(import(asked, "number,name,status\nL-77,Alpha Skin Clinic,Current\n"));
  Claim claim;
  claim.subject_id = "s1";
  claim.claim = "licence";
  claim.value = "Austin Council L-77";
  EXPECT_EQ(state_of(claim_of(checked({claim}), "licence"), kToday), ClaimState::confirmed);
}

TEST_F(CheckedStoreTest, ASiteOfARegisterIsCheckedByItsOwnId) {
  site_id_ = "cqc-1-101";
  practitioner_.sites = {SiteId{site_id_}};
  ASSERT_TRUE(import(request("cqc", "2026-11-01"), "Location ID,Location Name\n1-101,Alpha Skin Clinic\n"));
  const auto claim = claim_of(checked(), "registration");
  EXPECT_EQ(claim.subject_id, site_id_);
  EXPECT_EQ(state_of(claim, kToday), ClaimState::confirmed);
  EXPECT_EQ(claim.url, "https://www.cqc.org.uk/location/1-101");
}

TEST_F(CheckedStoreTest, TheRulesAreThoseOfTheBoroughThatTheRegisterOfTheSiteTells) {
  const auto catalogue = Catalogue::load(*read_catalogue_files(NEARME_SOURCE_DIR "/data/catalogue")).value();
  rules_ = TrustRules::load(*read_catalogue_files(NEARME_SOURCE_DIR "/data/trust"), catalogue).value();
  address_ = {.city = "London", .postcode = "N1 1AA", .country = "GB"};
  offers_ = {{.treatment = TreatmentId{"massage"}, .price = {}, .practitioners = {}}};
  practitioner_.registration_number = "";
  Claim claim;
  claim.subject_id = "s1";
  claim.claim = "registration";
  claim.value = "CQC 1-101";
  const auto place_with = [&](const std::string& row) {
    EXPECT_TRUE(
        import(request("cqc", "2026-11-01"),
               "Location ID,Location Name,Dormant (Y/N),Location Local Authority,Location Postal Code\n" + row));
    return checked({claim}).standings.at(0).needs.at(0).jurisdiction;
  };
  EXPECT_EQ(place_with("1-999,Somebody Else,N,Camden,N1 1AA\n"), "London, borough not told");
  EXPECT_EQ(place_with("1-101,Alpha Skin Clinic,N,Islington,n11aa\n"), "Islington, London");
  EXPECT_EQ(checked({claim}).site.address.region, "") << "the address stays what its source says";
  EXPECT_EQ(place_with("1-101,Alpha Skin Clinic,N,Islington,N1 9ZZ\n"), "London, borough not told") << "moved";
  EXPECT_EQ(place_with("1-101,Alpha Skin Clinic Ltd,N,Islington,N1 1AA\n"), "London, borough not told") << "similar";
  EXPECT_EQ(place_with("1-101,Alpha Skin Clinic,Y,Islington,N1 1AA\n"), "London, borough not told") << "dormant";
}

TEST_F(CheckedStoreTest, AnNpiConfirmsWhoSomebodyIsAndNoMore) {
  practitioner_.register_name = "NPI";
  practitioner_.registration_number = "1234567893";
  ASSERT_TRUE(import(request("nppes", "2026-11-01"),
                     "NPI,Entity Type Code,Provider Organization Name (Legal Business Name),Provider Last Name (Legal "
                     "Name),Provider First Name\n1234567893,1,,SMITH,JANE\n"));
  const auto listing = checked();
  EXPECT_EQ(state_of(claim_of(listing, "identity"), kToday), ClaimState::confirmed);
  EXPECT_FALSE(has_claim(listing, "registration"));
}

TEST_F(CheckedStoreTest, SomebodyOnTheExclusionListByNumberAndNameIsExcluded) {
  practitioner_.register_name = "NPI";
  practitioner_.registration_number = "1234567893";
  import_leie(
      "SMITH,JANE,,,NURSE,,,1234567893,19600101,1 MAIN ST,AUSTIN,TX,78701,1128a1,20200101,00000000,00000000,\n");
  const auto claim = claim_of(checked(), "exclusion");
  EXPECT_EQ(state_of(claim, kToday), ClaimState::confirmed);
  EXPECT_EQ(claim.subject_id, "p1");
}

TEST_F(CheckedStoreTest, SomebodyReinstatedIsNotExcluded) {
  practitioner_.register_name = "NPI";
  practitioner_.registration_number = "1234567893";
  import_leie(
      "SMITH,JANE,,,NURSE,,,1234567893,19600101,1 MAIN ST,AUSTIN,TX,78701,1128a1,20200101,20210101,00000000,\n");
  EXPECT_FALSE(has_claim(checked(), "exclusion"));
}

TEST_F(CheckedStoreTest, ANamesakeInTheSameTownIsPossibleAndChangesNoState) {
  import_leie(
      "SMITH,JANE,,,NURSE,,,0000000000,19600101,1 MAIN ST,AUSTIN,TX,78701,1128a1,20200101,00000000,00000000,\n");
  const auto claim = claim_of(checked(), "possible-exclusion");
  EXPECT_EQ(state_of(claim, kToday), ClaimState::declared);
  EXPECT_NE(claim.note.find("may be another person"), std::string::npos);
}

TEST_F(CheckedStoreTest, ANamesakeElsewhereOrWithAnotherNumberIsSomebodyElse) {
  import_leie(
      "SMITH,JANE,,,NURSE,,,0000000000,19600101,1 MAIN ST,DALLAS,TX,75201,1128a1,20200101,00000000,00000000,\n");
  EXPECT_TRUE(checked().claims.empty());
  practitioner_.register_name = "NPI";
  practitioner_.registration_number = "1999999984";
  import_leie(
      "SMITH,JANE,,,NURSE,,,1234567893,19600101,1 MAIN ST,AUSTIN,TX,78701,1128a1,20200101,00000000,00000000,\n");
  EXPECT_TRUE(checked().claims.empty());
}

TEST_F(CheckedStoreTest, ABatchReadOnAnotherThreadIsCheckedToo) {
  import_nurses("2026-11-01", "12A3456,Jane Smith,Registered,\n");
  checked();
  auto store = checked_store();
  std::vector<UnreadListings> batches;
  ASSERT_TRUE(store.for_each_batch([&](UnreadListings unread) -> Result<void> {
    batches.push_back(std::move(unread));
    return {};
  }));
  ASSERT_EQ(batches.size(), 1);
  EXPECT_EQ(state_of(claim_of(batches[0]().value()[0], "registration"), kToday), ClaimState::confirmed);
}

}  // namespace
}  // namespace nearme
