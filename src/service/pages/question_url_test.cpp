#include "service/pages/question_url.hpp"

#include <gtest/gtest.h>

namespace nearme {
namespace {

TEST(QuestionUrl, NoParametersAreTheStartPage) { EXPECT_EQ(search_url({}), "/"); }

TEST(QuestionUrl, WhatAPersonTypesCannotBreakOutOfTheAddress) {
  EXPECT_EQ(search_url({{"q", "a&b=c #é"}, {"near", ""}}), "/?q=a%26b%3Dc%20%23%C3%A9");
}

TEST(QuestionUrl, ChangingTheQuestionGoesBackToItsFirstPage) {
  const Parameters later{{"q", "x"}, {"cursor", "abc"}, {"shown", "10"}};
  EXPECT_EQ(search_url(with(later, "sort", "price")), "/?q=x&sort=price");
  EXPECT_EQ(search_url(without(later, {"q"})), "/");
}

TEST(QuestionUrl, SettingAParameterReplacesTheValueItHad) {
  EXPECT_EQ(search_url(with({{"sort", "name"}, {"q", "x"}}, "sort", "price")), "/?q=x&sort=price");
}

TEST(QuestionUrl, CuttingAPieceLeavesSingleSpaces) {
  const std::string question = "micro-needling near Leeds open now";
  EXPECT_EQ(cut(question, 15, 25), "micro-needling open now");
  EXPECT_EQ(cut(question, 0, 14), "near Leeds open now");
  EXPECT_EQ(cut(question, 26, 34), "micro-needling near Leeds");
  EXPECT_EQ(cut(question, 0, 999), "");
  EXPECT_EQ(cut(question, 99, 12), question);
}

TEST(QuestionUrl, TheCommaOfAPlaceGoesWithThePlace) { EXPECT_EQ(cut("botox, Leeds", 7, 12), "botox"); }

}  // namespace
}  // namespace nearme
