#include "directory/claim.hpp"

#include <gtest/gtest.h>

namespace nearme {
namespace {

const Date kToday = *parse_date("2026-11-22");
const Date kYesterday = *parse_date("2026-11-21");
const Date kTomorrow = *parse_date("2026-11-23");

Claim checked_claim() {
  Claim claim;
  claim.checked_by = "CQC";
  claim.checked_at = kYesterday;
  return claim;
}

TEST(ClaimState, AClaimThatNobodyCheckedIsOnlyDeclared) {
  EXPECT_EQ(state_of(Claim{}, kToday), ClaimState::declared);
  auto claim = checked_claim();
  claim.checked_by.clear();
  EXPECT_EQ(state_of(claim, kToday), ClaimState::declared);
}

TEST(ClaimState, ACheckWithoutItsDayIsOnlyDeclared) {
  auto claim = checked_claim();
  claim.checked_at.reset();
  EXPECT_EQ(state_of(claim, kToday), ClaimState::declared);
}

TEST(ClaimState, ACheckOfTodayConfirmsAndOneOfTomorrowDoesNot) {
  auto claim = checked_claim();
  claim.checked_at = kToday;
  EXPECT_EQ(state_of(claim, kToday), ClaimState::confirmed);
  claim.checked_at = kTomorrow;
  EXPECT_EQ(state_of(claim, kToday), ClaimState::declared);
}

TEST(Claim, IsStaleFromTheDayAfterItsTimeOn) {
  auto claim = checked_claim();
  claim.checked_at = kToday;
  const auto in = [](int days) { return Date{std::chrono::sys_days{kToday} + std::chrono::days{days}}; };
  EXPECT_FALSE(is_stale(claim, in(365), kUsualStaleAfter));
  EXPECT_TRUE(is_stale(claim, in(366), kUsualStaleAfter));
  claim.checked_at.reset();
  EXPECT_FALSE(is_stale(claim, in(366), kUsualStaleAfter));
}

TEST(ClaimState, StandsToTheEndOfTheDayOnWhichItExpires) {
  auto claim = checked_claim();
  claim.expires_at = kToday;
  EXPECT_EQ(state_of(claim, kToday), ClaimState::confirmed);
  EXPECT_EQ(state_of(claim, kTomorrow), ClaimState::expired);
}

TEST(ClaimState, WhatARegisterSpeaksAgainstIsContradictedWhoeverCheckedIt) {
  auto claim = checked_claim();
  claim.contradicted = true;
  EXPECT_EQ(state_of(claim, kToday), ClaimState::contradicted);
  claim.expires_at = kYesterday;
  EXPECT_EQ(state_of(claim, kToday), ClaimState::contradicted);
}

TEST(SpeaksOf, AClaimOfOneTreatmentSpeaksOfThatAloneAndAnyOtherOfAll) {
  Claim claim;
  EXPECT_TRUE(speaks_of(claim, TreatmentId("micro-needling")));
  claim.treatment = TreatmentId("micro-needling");
  EXPECT_TRUE(speaks_of(claim, TreatmentId("micro-needling")));
  EXPECT_FALSE(speaks_of(claim, TreatmentId("rf-micro-needling")));
  EXPECT_FALSE(speaks_of(claim, TreatmentId{}));
}

TEST(ClaimState, ADeclaredClaimExpiresLikeACheckedOne) {
  Claim claim;
  claim.expires_at = kYesterday;
  EXPECT_EQ(state_of(claim, kToday), ClaimState::expired);
}

TEST(ClaimState, StatesAndLevelsRiseInStrength) {
  EXPECT_LT(ClaimState::contradicted, ClaimState::expired);
  EXPECT_LT(ClaimState::expired, ClaimState::declared);
  EXPECT_LT(ClaimState::declared, ClaimState::confirmed);
  EXPECT_LT(EvidenceLevel::none, EvidenceLevel::declared);
  EXPECT_LT(EvidenceLevel::declared, EvidenceLevel::confirmed);
}

TEST(ClaimState, EveryStateAndLevelHasItsOwnName) {
  EXPECT_EQ(to_string(ClaimState::contradicted), "contradicted");
  EXPECT_EQ(to_string(ClaimState::expired), "expired");
  EXPECT_EQ(to_string(ClaimState::declared), "declared");
  EXPECT_EQ(to_string(ClaimState::confirmed), "confirmed");
  EXPECT_EQ(to_string(EvidenceLevel::none), "none");
  EXPECT_EQ(to_string(EvidenceLevel::declared), "declared");
  EXPECT_EQ(to_string(EvidenceLevel::confirmed), "confirmed");
}

}  // namespace
}  // namespace nearme
