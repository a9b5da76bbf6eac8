#include "service/pages/shown_evidence.hpp"

#include "service/pages/testing.hpp"

namespace nearme {
namespace {

using namespace testing_pages;

const Date kToday = *parse_date("2026-11-22");

ShownEvidence shown(const nlohmann::json& result, std::vector<TreatmentId> asked_for = {}, std::string law = "") {
  return {result,
          {.catalogue = catalogue(),
           .language = english(),
           .today = kToday,
           .law = std::move(law),
           .asked_for = std::move(asked_for)}};
}

/// The weakest point of a place that offers micro-needling and makes these claims.
std::string weakest_of(const std::string& claims) {
  const auto result =
      nlohmann::json::parse(R"({"offers":[{"treatment":"micro-needling"}],"evidence":{"claims":[)" + claims + "]}}");
  return shown(result).weakest_words();
}

std::string declared(const char* claim) { return fmt::format(R"({{"claim":"{}"}})", claim); }

std::string confirmed(const char* claim) {
  return fmt::format(R"({{"claim":"{}","checked_by":"Council","checked_at":"2026-11-01"}})", claim);
}

TEST(ShownEvidence, OfSeveralThatAreOnlyDeclaredTheOneThatPeopleAskForFirstIsTheWeakest) {
  EXPECT_EQ(weakest_of(declared("needle-depth") + "," + declared("device") + "," + declared("single-use-sterile")),
            "Sterile single-use needles: declared by the clinic");
  EXPECT_EQ(weakest_of(declared("needle-depth") + "," + declared("complaints")),
            "How to complain: declared by the clinic");
}

TEST(ShownEvidence, WhatHasExpiredOrIsContradictedIsWeakerThanWhatIsDeclared) {
  const std::string expired = R"({"claim":"consultation","expires_at":"2026-11-21"})";
  const std::string contradicted = R"({"claim":"registration","state":"contradicted","checked_by":"GMC"})";
  EXPECT_EQ(weakest_of(declared("licence") + "," + expired), "Consultation before treatment: expired 21 November 2026");
  EXPECT_EQ(weakest_of(expired + "," + contradicted), "Practitioner’s registration: contradicted by GMC");
}

TEST(ShownEvidence, WhatWasConfirmedLongAgoIsTheWeakestPointAndNotTheStrongest) {
  const std::string old = R"({"claim":"registration","checked_by":"GMC","checked_at":"2024-03-02"})";
  EXPECT_EQ(weakest_of(declared("licence") + "," + old),
            "Practitioner’s registration: confirmed by GMC on 2 March 2024");
  EXPECT_FALSE(shown(nlohmann::json::parse(R"({"evidence":{"claims":[)" + old + "]}}")).strongest());
}

TEST(ShownEvidence, ARefutedExclusionIsNoWeakPoint) {
  EXPECT_EQ(weakest_of(R"({"claim":"exclusion","state":"contradicted","checked_by":"GMC"},)" + declared("licence")),
            "Licence of the premises: declared by the clinic");
}

TEST(ShownEvidence, WhereEverythingElseIsConfirmedTheDepthOfTheNeedlesIsAskedFor) {
  std::string all;
  for (const auto* claim : {"registration", "licence", "insurance", "single-use-sterile", "training", "consultation",
                            "complaints", "device"})
    all += (all.empty() ? "" : ",") + confirmed(claim);
  EXPECT_EQ(weakest_of(all), "Depth of the needles: not checked");
  EXPECT_EQ(weakest_of(all + "," + confirmed("needle-depth")), "");
}

TEST(ShownEvidence, WhoSomebodyIsAndWhoIsBarredAreNoEvidenceForThem) {
  const auto strongest = [](const std::string& claim) {
    const auto result = nlohmann::json::parse(R"({"evidence":{"claims":[)" + claim + "]}}");
    return shown(result).strongest();
  };
  EXPECT_FALSE(strongest(confirmed("identity")));
  EXPECT_FALSE(strongest(confirmed("exclusion")));
  EXPECT_FALSE(strongest(declared("registration")));
  EXPECT_TRUE(strongest(confirmed("registration")));
}

const auto kTwoOffers = nlohmann::json::parse(R"({"offers":[{"treatment":"micro-needling"},{"treatment":"prp"}],
  "evidence":{"claims":[{"claim":"licence","treatment":"prp","checked_by":"Council","checked_at":"2026-11-01","of":"site"},
    {"claim":"exclusion","treatment":"prp","checked_by":"GMC","checked_at":"2026-11-01","of":"Anna"}]}})");

TEST(ShownEvidence, WhatIsSaidOfAnotherTreatmentIsLeftOutUnlessItSpeaksAgainstSomebody) {
  EXPECT_TRUE(shown(kTwoOffers, {TreatmentId{"prp"}}).strongest());
  EXPECT_TRUE(shown(kTwoOffers, {TreatmentId{"micro-needling"}, TreatmentId{"prp"}}).strongest());
  EXPECT_TRUE(shown(kTwoOffers).strongest()) << "no treatment was asked for";
  const auto other = shown(kTwoOffers, {TreatmentId{"micro-needling"}});
  EXPECT_FALSE(other.strongest());
  ASSERT_EQ(other.claims().size(), 1);
  EXPECT_TRUE(other.weakest_words().starts_with("Exclusion from practice · Anna · for platelet-rich plasma (PRP) only"))
      << other.weakest_words();
}

TEST(ShownEvidence, AClaimOfOneTreatmentSaysWhichByTheNameThatTheLawAllows) {
  const auto result = nlohmann::json::parse(
      R"({"evidence":{"claims":[{"claim":"training","treatment":"botulinum-toxin","of":"Anna Example"}]}})");
  const auto name_in = [&](const char* law) {
    const auto evidence = shown(result, {}, law);
    return evidence.name_of_claim(evidence.claims().front());
  };
  EXPECT_EQ(name_in("US"), "Training in the treatment · Anna Example · for botulinum toxin only");
  EXPECT_EQ(name_in("GB"), "Training in the treatment · Anna Example · for consultation for lines and wrinkles only");
}

}  // namespace
}  // namespace nearme
