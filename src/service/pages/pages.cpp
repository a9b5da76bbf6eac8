#include "service/pages/pages.hpp"

#include <array>

#include "assets/assets.hpp"
#include "base/json.hpp"
#include "service/pages/fictional_mark.hpp"
#include "service/pages/language/languages.hpp"
#include "service/pages/pages_parts.hpp"
#include "service/pages/start_view.hpp"
#include "service/pages/wording.hpp"

namespace nearme {
namespace {

using nlohmann::json;

constexpr std::array kTemplates{"search",           "results",  "site",    "treatments", "treatment", "near",
                                "concern",          "about",    "compare", "saved",      "error",     "embed",
                                "suitability_page", "questions"};

}  // namespace

Pages::Pages(std::shared_ptr<const Parts> parts, const PageReader& reader)
    : parts_(std::move(parts)), reader_(reader) {}

Pages Pages::in(const PageReader& reader) const { return {parts_, reader}; }

Result<Pages> Pages::make(Look look) {
  TRY_VOID(allow_host_of_style(look));
  std::map<std::string, Templates> templates;
  for (const auto& language : languages()) {
    TRY(auto texts, template_texts(language));
    TRY(auto made, Templates::make(std::move(texts)));
    for (const auto* name : kTemplates) {
      if (!made.has(name)) return fail(ErrorKind::corrupt, "the template '{}' was not built into the program", name);
    }
    templates.emplace(language.tag(), std::move(made));
  }
  const auto* manifest = find_asset("web/manifest.json");
  if (manifest == nullptr) return fail(ErrorKind::corrupt, "the web bundle was not built into the program");
  TRY(auto web, WebAssets::from_manifest(manifest->text()));
  WordingLaw jurisdiction(look.jurisdiction);
  Parts parts{.templates = std::move(templates),
              .frame = Frame{std::move(look), std::move(web)},
              .jurisdiction = std::move(jurisdiction)};
  return Pages{std::make_shared<const Parts>(std::move(parts)), {.language = &english()}};
}

std::string Pages::render(const std::string& name, json view, const PageFacts& facts) const {
  const auto& templates = parts_->templates.at(language().tag());
  auto framed = parts_->frame.around(std::move(view), facts, reader_);
  say_fictional_mark(framed, language());
  const auto html = templates.render(name, framed);
  return reader_.is_chosen ? keep_lang(html, language().tag()) : html;
}

const Catalogue& Pages::shown(const Search& search, const std::string& jurisdiction) const {
  return parts_->jurisdiction.shown(search.catalogue(), jurisdiction);
}

const Catalogue& Pages::shown(const Search& search) const {
  return shown(search, parts_->jurisdiction.over(*search.index()));
}

std::string Pages::jurisdiction_at(std::optional<LatLon> position, const Search& search) const {
  const auto nearest = position ? search.gazetteer().nearest(*position) : std::nullopt;
  return parts_->jurisdiction.over(nearest ? nearest->country : "", *search.index());
}

CardSetting Pages::card_setting(const Search& search, const std::string& jurisdiction,
                                std::vector<TreatmentId> asked_for, Instant now) const {
  return {.catalogue = shown(search, jurisdiction),
          .language = language(),
          .gazetteer = search.gazetteer(),
          .asked_for = std::move(asked_for),
          .now = now,
          .jurisdiction = look().jurisdiction};
}

std::string Pages::saved() const {
  return render("saved", json::object(), {.title = say("saved.title"), .here = "/saved"});
}

Result<std::string> Pages::about(const Search& search, Store& store) const {
  TRY(const auto sources, store.sources());
  const PageFacts facts{.title = language().say("about.title", Language::Values{{"frame.name", look().name}}),
                        .path = "/about",
                        .about = &search.index()->about()};
  return render("about", about_view(search, sources, language()), facts);
}

const Look& Pages::look() const { return parts_->frame.look(); }

std::string Pages::error(const Error& error) const {
  const auto words = error_words(language(), error.kind);
  const auto message = language().tag() == "en" ? capitalised(english(), error.message) + "." : std::string{};
  json view{{"headline", words.title}, {"advice", words.advice}, {"message", message}};
  return render("error", std::move(view), {.title = words.title});
}

}  // namespace nearme
