#include "service/pages/claim_words.hpp"

#include <gtest/gtest.h>

#include "service/pages/testing.hpp"
#include "service/pages/wording.hpp"

namespace nearme {
namespace {

using testing_pages::catalogue;

const Date kToday = *parse_date("2026-11-22");

Claim claim(const char* what) {
  Claim made;
  made.claim = what;
  return made;
}

TEST(ClaimWords, ACheckNamesWhoCheckedAndOnWhichDay) {
  auto checked = claim("registration");
  checked.checked_by = "GMC";
  checked.checked_at = parse_date("2026-11-01").value();
  EXPECT_EQ(claim_state_words(english(), checked, kToday), "confirmed by GMC on 1 November 2026");
}

TEST(ClaimWords, WhatOnlyTheClinicSaysIsSaidToBeDeclared) {
  EXPECT_EQ(claim_state_words(english(), claim("insurance"), kToday), "declared by the clinic");
}

TEST(ClaimWords, ACheckPastItsExpiryNoLongerReadsAsConfirmed) {
  auto expired = claim("insurance");
  expired.checked_by = "the insurer";
  expired.checked_at = parse_date("2025-05-01").value();
  expired.expires_at = parse_date("2026-05-03").value();
  EXPECT_EQ(claim_state_words(english(), expired, kToday), "expired 3 May 2026");
}

TEST(ClaimWords, WhatARegisterSpeaksAgainstIsContradictedByIt) {
  auto contradicted = claim("registration");
  contradicted.contradicted = true;
  contradicted.checked_by = "GMC";
  EXPECT_EQ(claim_state_words(english(), contradicted, kToday), "contradicted by GMC");
}

TEST(ClaimWords, ANamesakeOnAnExclusionListIsNeverSaidToBeDeclaredByTheClinic) {
  EXPECT_EQ(claim_state_words(english(), claim("possible-exclusion"), kToday), "not confirmed");
}

TEST(ClaimWords, ItIsSaidWhoseAClaimIs) {
  EXPECT_EQ(claim_name_of(english(), "registration", "Anna Example"), "Registration · Anna Example");
  EXPECT_EQ(claim_name_of(english(), "registration", ""), "Registration");
  EXPECT_EQ(claim_name_of(english(), "licence", ""), "Licence of the premises");
}

TEST(ClaimWords, EveryLanguageSaysOfWhichTreatmentAloneAClaimIs) {
  auto made = claim("training");
  for (const auto& language : languages()) {
    made.treatment = TreatmentId{};
    EXPECT_EQ(only_for_words(language, made, catalogue(), "GB"), "") << language.tag();
    made.treatment = TreatmentId{"micro-needling"};
    const auto name = within_sentence(language, catalogue().name_shown(made.treatment, "GB", language.tag()));
    const auto words = only_for_words(language, made, catalogue(), "GB");
    EXPECT_NE(words.find(name), std::string::npos) << language.tag() << ": " << words;
    EXPECT_GT(words.size(), name.size()) << language.tag();
  }
  EXPECT_EQ(only_for_words(english(), made, catalogue(), "GB"), "for micro-needling only");
}

TEST(ClaimWords, ARuleIsToldWithWhatMeetsItAndAnAbsenceAsNotChecked) {
  NeedStanding need;
  EXPECT_EQ(need_words(english(), need), "not checked");
  need.state = NeedState::met;
  need.claim = "licence";
  need.of = "Anna Example";
  need.checked_by = "Council";
  need.checked_at = parse_date("2026-11-01").value();
  EXPECT_EQ(need_words(english(), need), "Licence · Anna Example: confirmed by Council on 1 November 2026");
  need.state = NeedState::stale;
  EXPECT_EQ(need_words(english(), need),
            "Licence · Anna Example: confirmed by Council on 1 November 2026, too long ago to count");
  need.of = "site";
  need.state = NeedState::declared;
  EXPECT_EQ(need_words(english(), need), "Licence of the premises: declared by the clinic");
}

TEST(ClaimWords, WithoutClaimsEverythingAskedForIsNotChecked) {
  const auto asked = asked_for_claims({}, catalogue());
  EXPECT_EQ(not_checked(english(), asked, {}, kToday),
            (std::vector<std::string>{"Practitioner’s registration", "Licence of the premises", "Insurance",
                                      "Sterile single-use needles", "Training in the treatment",
                                      "Consultation before treatment", "How to complain"}));
  EXPECT_EQ(not_checked(english(), asked, {claim("insurance"), claim("consultation")}, kToday).size(), 5);
}

TEST(ClaimWords, ADeviceAndTheDepthOfNeedlesAreAskedForWhereTheTreatmentUsesThem) {
  const auto asked_of = [](const char* treatment) {
    return asked_for_claims({{.treatment = TreatmentId{treatment}, .price = {}, .practitioners = {}}}, catalogue());
  };
  EXPECT_EQ(asked_of("massage").size(), 7);
  EXPECT_EQ(asked_of("micro-needling").size(), 9);
  EXPECT_EQ(asked_of("micro-needling").back(), "needle-depth");
  EXPECT_EQ(asked_of("laser-hair-removal").back(), "device");
  EXPECT_EQ(asked_of("no-treatment").size(), 7);
}

TEST(ClaimWords, AnUnknownClaimIsStillReadable) { EXPECT_EQ(claim_name(english(), "hand-hygiene"), "Hand hygiene"); }

}  // namespace
}  // namespace nearme
