#include "service/pages/questions_view.hpp"

#include <algorithm>
#include <array>

#include "base/json.hpp"
#include "service/pages/claim_words.hpp"
#include "service/pages/fields.hpp"
#include "service/pages/guide_view.hpp"
#include "service/pages/open_words.hpp"
#include "service/pages/wording.hpp"
#include "text/phone.hpp"

namespace nearme {
namespace {

using nlohmann::json;

/// The claims that answer questions which a careful person asks. The question is the message "ask.", then the claim.
constexpr std::array<std::string_view, 9> kClaims{"registration", "training",           "licence",
                                                  "insurance",    "single-use-sterile", "device",
                                                  "needle-depth", "consultation",       "complaints"};

/// How deep needles go is asked where needles are what the treatment is.
bool is_asked(std::string_view claim, const Listing& listing, const Treatment* treatment, const Catalogue& catalogue) {
  if (claim != "needle-depth") return true;
  if (treatment != nullptr) return std::ranges::count(treatment->claims, claim) > 0;
  const auto asked = asked_for_claims(listing.site.offers, catalogue);
  return std::ranges::find(asked, claim) != asked.end();
}

bool does_it(const Practitioner& practitioner, const Treatment* treatment) {
  return treatment == nullptr || std::ranges::count(practitioner.treatments, treatment->id) > 0;
}

/// "Anna Example · nurse · NMC 12A": what the record says of who treats, without a word of whether it was checked.
std::string person_words(const Practitioner& practitioner) {
  auto words = practitioner.name;
  if (!practitioner.profession.empty()) words += " · " + practitioner.profession;
  if (!practitioner.registration_number.empty())
    words += fmt::format(" · {} {}", practitioner.register_name, practitioner.registration_number);
  return words;
}

std::string name_of_subject(const Claim& claim, const Listing& listing) {
  const auto found = std::ranges::find(listing.practitioners, PractitionerId{claim.subject_id}, &Practitioner::id);
  return found == listing.practitioners.end() ? std::string{} : found->name;
}

json known_view(const Claim& claim, const Listing& listing, const SiteSetting& setting) {
  const auto& language = setting.language;
  const auto today = local_day(setting.time_zone, setting.now);
  const auto state = state_of(claim, today);
  // The words of a confirmed claim tell the day themselves.
  const bool is_confirmed = state == ClaimState::confirmed;
  return {{"subject", name_of_subject(claim, listing)},
          {"only_for", only_for_words(language, claim, setting.catalogue, law_of(listing.site, setting))},
          {"value", claim.value},
          {"state", claim_state_words(language, claim, today)},
          {"confirmed", is_confirmed},
          {"checked_on", claim.checked_at && !is_confirmed ? date_words(language, *claim.checked_at) : ""}};
}

/// What is known that speaks of the treatment; without one, all.
json claim_question_view(std::string_view asked, const Listing& listing, const Treatment* treatment,
                         const SiteSetting& setting) {
  json view{{"text", setting.language.say(fmt::format("ask.{}", asked))},
            {"known", json::array()},
            {"people", json::array()}};
  for (const auto& claim : listing.claims) {
    const bool is_about_it = treatment == nullptr || speaks_of(claim, treatment->id);
    if (claim.claim == asked && is_about_it) view["known"].push_back(known_view(claim, listing, setting));
  }
  return view;
}

json about_the_place(const Listing& listing, const Treatment* treatment, const SiteSetting& setting) {
  auto questions = json::array();
  for (const auto asked : kClaims) {
    if (!is_asked(asked, listing, treatment, setting.catalogue)) continue;
    questions.push_back(claim_question_view(asked, listing, treatment, setting));
    if (asked != "registration") continue;
    for (const auto& practitioner : listing.practitioners) {
      if (does_it(practitioner, treatment)) questions.back()["people"].push_back(person_words(practitioner));
    }
  }
  return questions;
}

std::string stated_price(const Listing& listing, const Treatment& treatment, const Language& language) {
  const auto& offers = listing.site.offers;
  const auto offer = std::ranges::find(offers, treatment.id, &Offer::treatment);
  if (offer == offers.end() || !offer->price) return {};
  return language.say("price.from", {{"price", money_words(language, *offer->price)}});
}

/// Those of the guide, without what is asked of the place in the same words.
json guide_questions(const Treatment& treatment, const json& asked_before) {
  auto questions = json::array();
  if (!treatment.guide) return questions;
  const auto is_asked = [&](const std::string& text) {
    return std::ranges::any_of(asked_before, [&](const json& each) { return each["text"] == text; });
  };
  for (const auto& section : treatment.guide->sections) {
    if (section.id != "questions") continue;
    for (const auto& statement : section.statements) {
      // A warning among the questions is for the guide.
      if (statement.text.ends_with('?') && !is_asked(statement.text)) questions.push_back(statement.text);
    }
  }
  return questions;
}

/// What the reader should speak of, each thing once, the gravest first.
json to_speak_of(const Treatment& treatment, const Catalogue& catalogue) {
  auto statements = json::array();
  for (const auto* rule : catalogue.suitability().rules_for(treatment.id)) {
    const auto& statement = catalogue.suitability().question(rule->question)->statement;
    if (std::ranges::find(statements, json(statement)) == statements.end()) statements.push_back(statement);
  }
  return statements;
}

json choices_view(const Listing& listing, const SiteSetting& setting) {
  const auto& law = law_of(listing.site, setting);
  auto choices = json::array();
  for (const auto& offer : listing.site.offers) {
    if (setting.catalogue.find(offer.treatment) == nullptr) continue;
    choices.push_back({{"words", setting.catalogue.name_shown(offer.treatment, law, setting.language.tag())},
                       {"value", setting.catalogue.address_word_shown(offer.treatment, law)}});
  }
  return choices;
}

void add_treatment(json& view, const Treatment& treatment, const Listing& listing, const SiteSetting& setting) {
  const auto& language = setting.language;
  const std::string name{name_of(treatment.names, language.tag())};
  view["subtitle"] = language.say("ask.at", {{"treatment", name}, {"site", listing.site.name}});
  view["treatment"] = {{"in_sentence", within_sentence(language, name)},
                       {"path", treatment_path(treatment)},
                       {"price", stated_price(listing, treatment, language)},
                       {"asks", guide_questions(treatment, view["asks_place"])},
                       {"speak_of", to_speak_of(treatment, setting.catalogue)}};
}

}  // namespace

json questions_view(const Listing& listing, const SiteSetting& setting, const Treatment* treatment) {
  const auto today = local_day(setting.time_zone, setting.now);
  json view{{"name", listing.site.name},
            {"subtitle", listing.site.name},
            {"fictional", listing.site.fictional && !says_fictional(listing.site.name)},
            {"address", site_address(listing.site)},
            {"phone", phone_words(listing.site.phone, listing.site.address.country)},
            {"today", date_words(setting.language, today)},
            {"choices", treatment == nullptr ? choices_view(listing, setting) : json::array()},
            {"asks_place", about_the_place(listing, treatment, setting)}};
  if (treatment != nullptr) add_treatment(view, *treatment, listing, setting);
  return view;
}

}  // namespace nearme
