#include "service/pages/result_view.hpp"

#include "service/pages/testing.hpp"

namespace nearme {
namespace {

using namespace testing_pages;

TEST(CardView, TellsItsDistanceInTheUnitsOfThePlaceAskedFor) {
  auto asked = setting();
  EXPECT_EQ(card_view(alpha(), 1, asked)["distance"], "1.2 km");
  asked.measured_in = "GB";
  EXPECT_EQ(card_view(alpha(), 1, asked)["distance"], "0.8 miles");
}

TEST(CardView, HasForThePrintedListWhereItIsAndItsTelephoneAsPeopleWriteIt) {
  const auto card = card_view(alpha(), 1, setting());
  EXPECT_EQ(card["address"], "12 High Street, Leeds LS1 4DY");
  EXPECT_EQ(card["phone"], "+44 113 200 0000") << "without a country in the address, as from abroad";
  EXPECT_EQ(card["phone_link"], "tel:+441132000000");
}

TEST(ResultView, ACardHasItsFiveFactsInWords) {
  const auto card = card_view(alpha(), 3, setting());
  EXPECT_EQ(card["rank"], 3);
  EXPECT_EQ(card["distance"], "1.2 km");
  EXPECT_EQ(card["direction_words"], "north-east");
  EXPECT_EQ(card["offer"], "Micro-needling · from £120");
  EXPECT_EQ(card["open"], "Open until 18:00");
  EXPECT_EQ(card["strongest"]["state"], "confirmed by GMC on 1 November 2026");
  EXPECT_EQ(card["weakest"], "Sterile single-use needles: declared by the clinic");
  EXPECT_EQ(card["phone_link"], "tel:+441132000000");
  EXPECT_TRUE(card["fictional"]);
}

TEST(ResultView, AnEmptyRecordStillMakesACardThatClaimsNothing) {
  const auto card = card_view({.ready_json = R"({"id":"x","name":"X"})"}, 1, setting());
  EXPECT_EQ(card["strongest"], false);
  EXPECT_EQ(card["weakest"], "Practitioner’s registration: not checked");
  EXPECT_EQ(card["open"], "Opening times not known");
  EXPECT_FALSE(card.contains("directions"));
  EXPECT_EQ(card["phone_link"], "");
}

TEST(ResultView, APlaceThatMayOfferItIsNeverSaidToOfferIt) {
  auto result = alpha();
  result.match = Match::may_offer;
  EXPECT_EQ(card_view(result, 1, setting())["offer"], "Micro-needling: not stated, ask");
}

TEST(ResultView, WithoutATreatmentAskedForTheCardNamesWhatThePlaceOffers) {
  auto plain = setting();
  plain.asked_for.clear();
  EXPECT_EQ(card_view(alpha(), 1, plain)["offer"], "Chemical peel and Micro-needling");
}

TEST(ResultView, AMedicineIsNamedAsTheLawOfThePlaceAllows) {
  auto plain = setting();
  plain.asked_for.clear();
  const auto offer_in = [&](const std::string& country) {
    const auto ready = R"({"offers":[{"treatment":"botulinum-toxin"}],"address":{"country":")" + country + R"("}})";
    return card_view({.ready_json = ready}, 1, plain)["offer"];
  };
  EXPECT_EQ(offer_in("GB"), "Consultation for lines and wrinkles");
  EXPECT_EQ(offer_in("US"), "Botulinum toxin");
}

TEST(ResultView, APlaceThatIsCalledByAMedicineIsShownWithoutItWhereTheLawBarsIt) {
  const auto card_in = [](const std::string& country) {
    const auto ready =
        R"({"id":"s-1","name":"Botox Bar","url":"/sites/botox-bar-1","address":{"country":")" + country + R"("}})";
    return card_view({.ready_json = ready}, 1, setting());
  };
  EXPECT_EQ(card_in("GB")["name"], "… Bar");
  EXPECT_EQ(card_in("GB")["url"], "/sites/s-1");
  EXPECT_EQ(card_in("US")["name"], "Botox Bar");
  EXPECT_EQ(card_in("US")["url"], "/sites/botox-bar-1");
}

TEST(ResultView, ACheckThatHasExpiredIsTheWeakestPoint) {
  const auto card = card_view({.ready_json = R"({"evidence":{"claims":[{"claim":"insurance"},
      {"claim":"registration","checked_by":"GMC","checked_at":"2024-01-01","expires_at":"2025-01-01"}]}})"},
                              1, setting());
  EXPECT_EQ(card["strongest"], false);
  EXPECT_EQ(card["weakest"], "Practitioner’s registration: expired 1 January 2025");
}

TEST(ResultView, ACardSaysOfWhomAClaimIs) {
  const auto card = card_view({.ready_json = R"({"evidence":{"claims":[
      {"claim":"registration","checked_by":"GMC","checked_at":"2026-11-01","of":"Anna Example"},
      {"claim":"registration","state":"declared","of":"Ben Example"}]}})"},
                              1, setting());
  EXPECT_EQ(card["strongest"]["name"], "Registration · Anna Example");
  EXPECT_EQ(card["weakest"], "Registration · Ben Example: declared by the clinic");
}

TEST(ResultView, ACardShowsNoEvidenceOfAnotherTreatment) {
  const auto card_with = [](const std::string& treatment) {
    return card_view({.ready_json = R"({"evidence":{"claims":[{"claim":"licence","treatment":")" + treatment +
                                    R"(","checked_by":"Council","checked_at":"2026-11-01","of":"site"}]}})"},
                     1, setting());
  };
  EXPECT_EQ(card_with("micro-needling")["strongest"]["name"], "Licence of the premises · for micro-needling only");
  EXPECT_EQ(card_with("chemical-peel")["strongest"], false);
}

TEST(ResultView, AContradictionIsTheWeakestPointAndAnExclusionBeforeIt) {
  const std::string contradicted =
      R"({"claim":"registration","state":"contradicted","checked_by":"GMC","checked_at":"2026-11-01","of":"Anna"})";
  const auto weakest = [&](const std::string& more) {
    return card_view(
        {.ready_json = R"({"evidence":{"claims":[{"claim":"insurance","of":"site"},)" + contradicted + more + "]}}"}, 1,
        setting())["weakest"];
  };
  EXPECT_EQ(weakest(""), "Registration · Anna: contradicted by GMC");
  EXPECT_EQ(weakest(R"(,{"claim":"possible-exclusion","of":"Anna"})"), "Registration · Anna: contradicted by GMC");
  EXPECT_EQ(weakest(R"(,{"claim":"exclusion","checked_by":"GMC","checked_at":"2026-11-01","of":"Anna"})"),
            "Exclusion from practice · Anna: confirmed by GMC on 1 November 2026");
}

TEST(ResultView, WhatNobodyAsksAboutIsNeverTheWeakestPoint) {
  const auto card = card_view({.ready_json = R"({"evidence":{"claims":[{"claim":"device"}]}})"}, 1, setting());
  EXPECT_EQ(card["weakest"], "Practitioner’s registration: not checked");
}

TEST(ResultView, EachBarIsTheShareOfWhatItsTermCanGive) {
  const auto why = why_view(english(), *alpha().why);
  EXPECT_EQ(why["terms"][0]["bar"], "1.000");
  EXPECT_EQ(why["terms"][2]["bar"], "0.500");
  EXPECT_EQ(why["terms"][4]["value"], "0.00");
}

TEST(ResultView, AnAddressIsOneLineWithWhatIsKnown) {
  EXPECT_EQ(address_line(nlohmann::json::parse(kAlpha)["address"]), "12 High Street, Leeds LS1 4DY");
  EXPECT_EQ(address_line({{"city", "Leeds"}}), "Leeds");
  EXPECT_EQ(address_line({}), "");
}

}  // namespace
}  // namespace nearme
