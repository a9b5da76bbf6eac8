#include "service/pages/shown_evidence.hpp"

#include "service/pages/testing.hpp"

namespace nearme {
namespace {

using namespace testing_pages;

const Date kToday = *parse_date("2026-11-22");

/// The weakest point of a place that offers micro-needling and makes these claims.
std::string weakest_of(const std::string& claims) {
  const auto result =
      nlohmann::json::parse(R"({"offers":[{"treatment":"micro-needling"}],"evidence":{"claims":[)" + claims + "]}}");
  return ShownEvidence{result, catalogue(), english(), kToday}.weakest_words();
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
    return ShownEvidence{result, catalogue(), english(), kToday}.strongest();
  };
  EXPECT_FALSE(strongest(confirmed("identity")));
  EXPECT_FALSE(strongest(confirmed("exclusion")));
  EXPECT_FALSE(strongest(declared("registration")));
  EXPECT_TRUE(strongest(confirmed("registration")));
}

}  // namespace
}  // namespace nearme
