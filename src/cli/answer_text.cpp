#include "cli/answer_text.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/ranges.h>

#include "base/json.hpp"
#include "catalogue/shown_site.hpp"
#include "directory/claim_sort.hpp"
#include "search/single_treatments.hpp"
#include "service/pages/fields.hpp"
#include "service/pages/language/languages.hpp"
#include "service/pages/open_words.hpp"
#include "service/pages/shown_evidence.hpp"
#include "service/pages/wording.hpp"
#include "text/phone.hpp"

namespace nearme {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kIndent = "    ";

std::string sites_words(std::uint64_t total) {
  return english().formats().number(static_cast<double>(total)) + (total == 1 ? " site" : " sites");
}

/// The answer being written.
class AnswerText {
 public:
  AnswerText(const SearchAnswer& answer, const Catalogue& catalogue, const Terminal& terminal,
             const TextSetting& setting)
      : answer_(answer),
        catalogue_(catalogue),
        now_(setting.now),
        jurisdiction_(setting.jurisdiction),
        terminal_(terminal) {}

  std::string write() {
    add_understood();
    for (std::size_t i = 0; i < answer_.results.size(); ++i) add_result(i + 1, answer_.results[i]);
    add_ending();
    return std::move(text_);
  }

 private:
  void add_line(std::string_view line) { text_.append(line).append("\n"); }
  void add_detail(std::string_view detail, Tone tone) {
    add_line(std::string{kIndent} + terminal_.paint(detail, tone));
  }

  // ---- what was understood

  template <class EntryId>
  void add_names(std::vector<std::string>& names, const std::vector<EntryId>& ids) const {
    for (const auto& id : ids) names.emplace_back(name_of(catalogue_.find(id)->names));
  }
  void add_names(std::vector<std::string>& names, const std::vector<TreatmentId>& ids) const {
    for (const auto& id : ids) names.push_back(catalogue_.name_shown(id, law_asked()));
  }

  [[nodiscard]] std::vector<std::string> unwanted() const {
    std::vector<std::string> names;
    add_names(names, answer_.understood.unwanted_treatments);
    add_names(names, answer_.understood.unwanted_kinds);
    return names;
  }

  [[nodiscard]] std::vector<std::string> subjects() const {
    std::vector<std::string> names;
    add_names(names, single_treatments(answer_.understood, catalogue_));
    add_names(names, answer_.understood.families);
    add_names(names, answer_.understood.concerns);
    add_names(names, answer_.understood.kinds);
    if (!answer_.understood.text.empty()) names.push_back("\"" + answer_.understood.text + "\"");
    return names;
  }

  /// That of the operator, else of the place asked for, else of the first result: it says what a treatment may be
  /// called.
  [[nodiscard]] std::string law_asked() const {
    if (!jurisdiction_.empty()) return jurisdiction_;
    if (answer_.understood.place) return answer_.understood.place->country;
    return answer_.results.empty() ? std::string{} : law_of(Json::parse(answer_.results.front().ready_json));
  }

  /// What a word was taken for, by the name that may be shown.
  [[nodiscard]] std::string shown_words(const std::string& words) const {
    if (!catalogue_.hides(law_asked(), words)) return words;
    const auto* const treatment = catalogue_.treatment_called(words);
    return treatment == nullptr ? words : catalogue_.name_shown(treatment->id, law_asked());
  }

  [[nodiscard]] std::string law_of(const Json& result) const {
    return jurisdiction_.empty() ? text_of(part_of(result, "address"), "country") : jurisdiction_;
  }

  [[nodiscard]] std::string name_of_site(const Json& result) const {
    const auto town = text_of(part_of(result, "address"), "city");
    return site_name_shown(catalogue_, law_of(result), text_of(result, "name"), town);
  }

  [[nodiscard]] std::string understood_sentence() const {
    const auto& understood = answer_.understood;
    auto sentence =
        subjects().empty() ? std::string{"Everything"} : capitalised(english(), listed(english(), subjects()));
    if (understood.place) sentence += " near " + place_words(*understood.place);
    if (understood.radius) sentence += fmt::format(", within {}", distance_words(english(), *understood.radius));
    if (!unwanted().empty()) sentence += ", not " + listed(english(), unwanted());
    if (understood.open_now) sentence += ", open now";
    if (!understood.open_words.empty()) sentence += ", open " + understood.open_words;
    if (understood.price.is_limited()) sentence += ", " + price_words(english(), understood.price);
    if (!understood.languages.empty()) sentence += ", " + speaks_words(english(), understood.languages);
    if (understood.only_wheelchair) sentence += ", step-free";
    if (understood.only_confirmed) sentence += ", evidence confirmed";
    if (understood.only_insured) sentence += ", insured";
    if (understood.sort != Sort::best) sentence += fmt::format(", by {}", to_string(understood.sort));
    return sentence;
  }

  static std::string place_words(const AskedPlace& place) {
    const auto& wider = place.region.empty() ? place.country : place.region;
    return wider.empty() || wider == place.name ? place.name : place.name + ", " + wider;
  }

  /// The total stands at the end of the line, or below what is too long for one.
  void add_heading(const std::string& sentence, const std::string& total) {
    const bool fits = columns_of(sentence) + 2 + columns_of(total) <= kTerminalWidth;
    add_line(terminal_.paint(fits ? line_of(sentence, total, kTerminalWidth) : sentence, Tone::strong));
    if (!fits) add_line(terminal_.paint(total, Tone::strong));
  }

  void add_understood() {
    const auto total = fmt::format("{}{}", answer_.total_is_exact ? "" : "at least ", sites_words(answer_.total));
    add_heading(understood_sentence(), total);
    for (const auto& [from, to] : answer_.understood.corrections) {
      add_line(terminal_.paint(fmt::format("'{}' was read as '{}'", from, shown_words(to)), Tone::caution));
    }
    for (const auto& hint : answer_.understood.hints) add_line(terminal_.paint(hint.message, Tone::caution));
    if (!answer_.understood.ignored.empty())
      add_line(terminal_.paint(fmt::format("Nobody here is called '{}': left out", answer_.understood.ignored),
                               Tone::caution));
    add_alternatives();
    if (answer_.widened) {
      add_line(terminal_.paint(fmt::format("Nobody within {} offers it. The nearest is {} away.",
                                           distance_words(english(), answer_.widened->from_radius),
                                           distance_words(english(), answer_.widened->nearest)),
                               Tone::caution));
    }
    add_line("");
  }

  void add_alternatives() {
    constexpr std::size_t kMostShown = 3;
    std::vector<std::string> names;
    for (const auto& place : answer_.understood.alternatives) {
      if (names.size() < kMostShown) names.push_back(fmt::format("{} ({})", place.name, wider_of(place)));
    }
    if (!names.empty())
      add_line(terminal_.paint("Other places of that name: " + listed(english(), names), Tone::secondary));
  }

  static std::string wider_of(const AskedPlace& place) {
    return place.region.empty() ? place.country : place.region + " " + place.country;
  }

  // ---- one result

  void add_result(std::size_t rank, const SearchResult& result) {
    const auto json = Json::parse(result.ready_json);
    const auto title = fmt::format("{:>2}  {}", rank, name_of_site(json));
    const auto where =
        result.distance ? fmt::format("{} {}", distance_words(english(), *result.distance), result.direction) : "";
    add_line(terminal_.paint(line_of(title, where, kTerminalWidth), Tone::strong));
    if (result.alternative) {
      add_alternative(*result.alternative);
    } else {
      add_offers(json, result.match);
    }
    add_open(result);
    add_evidence(json, result.alternative);
    add_contact(json);
    if (result.why) add_why(*result.why);
    add_line("");
  }

  /// The treatments that the question names, or those used for the concerns that it names.
  [[nodiscard]] std::vector<TreatmentId> treatments_asked_for() const {
    auto asked = answer_.understood.treatments;
    if (!asked.empty()) return asked;
    for (const auto& concern : answer_.understood.concerns) {
      for (const auto& use : catalogue_.find(concern)->treatments) asked.push_back(use.treatment);
    }
    return asked;
  }

  [[nodiscard]] bool is_asked_for(const std::string& treatment) const {
    return std::ranges::count(treatments_asked_for(), treatment, &TreatmentId::text) > 0;
  }

  [[nodiscard]] std::string offer_words(const Json& offer, const std::string& law) const {
    auto words = catalogue_.name_shown(TreatmentId{text_of(offer, "treatment")}, law);
    const auto price = number_of(offer, "price");
    if (price)
      words += " " + money_words(english(),
                                 {.hundredths = std::llround(*price * 100), .currency = text_of(offer, "currency")});
    return words;
  }

  /// The offers asked for; when none was, the first few and the number of the others.
  void add_offers(const Json& json, Match match) {
    constexpr std::size_t kMostOffers = 3;
    std::vector<std::string> words;
    for (const auto& offer : part_of(json, "offers")) {
      if (is_asked_for(text_of(offer, "treatment"))) words.push_back(offer_words(offer, law_of(json)));
    }
    const bool asked = !words.empty();
    for (const auto& offer : part_of(json, "offers")) {
      if (!asked) words.push_back(offer_words(offer, law_of(json)));
    }
    if (words.size() > kMostOffers) {
      const auto rest = words.size() - kMostOffers;
      words.resize(kMostOffers);
      words.push_back(fmt::format("{} more", rest));
    }
    if (match == Match::may_offer) words.insert(words.begin(), "May offer it: ask");
    if (words.empty()) words = kind_words(json);
    if (!words.empty()) add_detail(fmt::format("{}", fmt::join(words, " · ")), Tone::plain);
  }

  void add_alternative(const Alternative& alternative) {
    const auto offered = catalogue_.name_shown(alternative.treatment, law_asked());
    const auto concern = std::string{name_of(catalogue_.find(alternative.concern)->names)};
    add_detail(fmt::format("Instead: {}, also used for {}", offered, within_sentence(english(), concern)), Tone::plain);
  }

  [[nodiscard]] std::vector<std::string> kind_words(const Json& json) const {
    std::vector<std::string> words;
    for (const auto& id : part_of(json, "kinds")) {
      if (const auto* const kind = catalogue_.find(KindId{id.get<std::string>()}))
        words.emplace_back(name_of(kind->names));
    }
    return words;
  }

  void add_open(const SearchResult& result) {
    constexpr auto tone_of = [](OpenState state) {
      return state == OpenState::open ? Tone::good : state == OpenState::closed ? Tone::caution : Tone::secondary;
    };
    add_detail("● " + open_words(english(), result.open, std::string{result.time_zone}, now_),
               tone_of(result.open.state));
  }

  [[nodiscard]] Date today() const { return Date{std::chrono::floor<std::chrono::days>(now_)}; }

  /// What was found against somebody; whether there is anything.
  bool add_warnings(const ShownEvidence& evidence) {
    bool any = false;
    for (const auto& shown : evidence.claims()) {
      const bool is_sure = !is_adverse(shown.claim) || state_of(shown.claim, today()) == ClaimState::confirmed;
      if (!is_sure || !speaks_against(shown.claim, today())) continue;
      any = true;
      add_claim("! " + claim_words(evidence, shown), check_words(shown.claim), Tone::caution);
    }
    return any;
  }

  static std::string check_words(const Claim& claim) {
    if (claim.checked_by.empty()) return {};
    return fmt::format(" by {}{}", claim.checked_by, claim.checked_at ? ", " + format_date(*claim.checked_at) : "");
  }

  /// A claim and who checked it, in two lines where one would be too long.
  void add_claim(const std::string& words, const std::string& check, Tone tone) {
    const bool fits = kIndent.size() + columns_of(words + check) <= kTerminalWidth;
    add_detail(fits ? words + check : words, tone);
    if (!fits) add_detail(" " + check, tone);
  }

  /// What speaks against somebody, then the strongest claim, then the weakest point that matters, in words.
  void add_evidence(const Json& json, const std::optional<Alternative>& alternative) {
    auto in_question = treatments_asked_for();
    if (alternative) in_question = {alternative->treatment};
    const ShownEvidence evidence{json,
                                 {.catalogue = catalogue_,
                                  .language = english(),
                                  .today = today(),
                                  .law = law_of(json),
                                  .asked_for = std::move(in_question)}};
    const bool is_warned = add_warnings(evidence);
    const auto level = text_of(part_of(json, "evidence"), "level");
    if (level == to_string(EvidenceLevel::confirmed)) {
      if (const auto strongest = evidence.strongest()) return add_confirmed(evidence, *strongest, is_warned);
    }
    const bool is_anything_said = !level.empty() && level != to_string(EvidenceLevel::none);
    if (is_anything_said && !evidence.claims().empty()) return add_declared(evidence);
    if (!is_warned) add_detail("Nothing checked yet", Tone::secondary);
  }

  void add_confirmed(const ShownEvidence& evidence, const ShownClaim& strongest, bool is_warned) {
    add_claim("✓ " + claim_words(evidence, strongest), check_words(strongest.claim), Tone::good);
    const auto weakest = is_warned ? std::string{} : evidence.weakest_words();
    if (!weakest.empty()) add_detail("  " + weakest, Tone::secondary);
  }

  /// Where nothing is confirmed, or long ago only, this says how weak it is.
  void add_declared(const ShownEvidence& evidence) {
    const auto counts_as_declared = [&](const ShownClaim& shown) {
      return state_of(shown.claim, today()) >= ClaimState::declared && !is_adverse(shown.claim) &&
             !is_confirmed_lately(shown.claim, today());
    };
    const auto found = std::ranges::find_if(evidence.claims(), counts_as_declared);
    if (found != evidence.claims().end())
      add_claim("  " + claim_words(evidence, *found), check_words(found->claim), Tone::plain);
  }

  [[nodiscard]] std::string claim_words(const ShownEvidence& evidence, const ShownClaim& shown) const {
    return fmt::format("{}{} {}", capitalised(english(), evidence.name_of_claim(shown)),
                       shown.claim.treatment.empty() ? "" : ",", to_string(state_of(shown.claim, today())));
  }

  void add_contact(const Json& json) {
    const auto& address = part_of(json, "address");
    std::vector<std::string> parts;
    for (const auto* const field : {"street", "city", "postcode"}) {
      if (auto part = text_of(address, field); !part.empty()) parts.push_back(std::move(part));
    }
    std::vector<std::string> contact;
    if (!parts.empty()) contact.push_back(fmt::format("{}", fmt::join(parts, ", ")));
    if (auto phone = text_of(json, "phone"); !phone.empty())
      contact.push_back(phone_words(phone, text_of(address, "country")));
    if (!contact.empty()) add_detail(fmt::format("{}", fmt::join(contact, " · ")), Tone::secondary);
  }

  void add_why(const Why& why) {
    add_detail(
        fmt::format("score {:.3f} = nearness {:.3f} + match {:.3f} + evidence {:.3f} + open {:.3f} + complete {:.3f}",
                    why.score, why.nearness, why.match, why.evidence, why.open, why.completeness),
        Tone::secondary);
  }

  void add_ending() {
    if (answer_.results.empty()) add_line("Nothing found. Try another place, or fewer words.");
    const auto shown = answer_.results.size();
    if (!answer_.next.empty())
      add_line(
          terminal_.paint(fmt::format("{} of {} shown; more with --limit", shown, answer_.total), Tone::secondary));
  }

  const SearchAnswer& answer_;
  const Catalogue& catalogue_;
  Instant now_;
  std::string jurisdiction_;
  const Terminal& terminal_;
  std::string text_;
};

}  // namespace

std::string answer_text(const SearchAnswer& answer, const Catalogue& catalogue, const Terminal& terminal,
                        const TextSetting& setting) {
  return AnswerText{answer, catalogue, terminal, setting}.write();
}

}  // namespace nearme
