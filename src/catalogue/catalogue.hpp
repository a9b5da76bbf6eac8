#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "catalogue/suitability.hpp"
#include "catalogue/wording.hpp"
#include "directory/ids.hpp"

namespace nearme {

/// A statement of a guide, with the source that carries it and the grade of that source: A regulator or statute,
/// B peer-reviewed, C hospital or professional body, D clinic or press.
struct Statement {
  std::string text;
  std::string source;  ///< the name of the source as a person would cite it
  std::string url;     ///< may be empty
  char grade = 'D';
};

/// One titled part of a guide: "What happens", "Who should not have it now".
struct GuideSection {
  /// "what", "happens", "uses", "sessions", "recovery", "aftercare", "risks", "questions", ... In "not-now" and
  /// "ask-first" each statement is one condition that the reader may have: "You are pregnant."
  std::string id;
  std::string title;
  std::vector<Statement> statements;
};

/// What a searcher should know of a treatment. Not medical advice.
struct Guide {
  std::string lead;      ///< three sentences
  std::string sessions;  ///< for the side box, with units; may be empty, as the next two
  std::string results_show;
  std::string recovery;
  std::vector<GuideSection> sections;
  std::string review_date;  ///< 2026-11-22
  std::string reviewed_by;  ///< the clinician who signed it; empty: nobody has yet
};

struct Treatment {
  TreatmentId id;
  std::map<std::string, std::string> names;  ///< by language tag; "en" is always there
  std::vector<std::string> synonyms;         ///< other words for the same, any language, brands and common misspellings
  std::vector<TreatmentId> not_the_same;     ///< near neighbours that must never be merged with it
  std::vector<std::string> claims;           ///< what to ask for besides what is asked of every place: "needle-depth"
  std::string summary;                       ///< one sentence
  std::optional<Guide> guide;
  /// The word for it in addresses of pages: its id, but where a wording holds that of the wording's name.
  std::string address_word;
};

/// That a treatment is used for a concern: how strongly, by which source.
struct ConcernTreatment {
  TreatmentId treatment;
  double strength = 0;  ///< 0..1
  std::string source;   ///< as in a Statement, with the next two
  std::string url;
  char grade = 'D';
};

struct Concern {
  ConcernId id;
  std::map<std::string, std::string> names;
  std::vector<std::string> synonyms;
  std::string summary;
  std::vector<ConcernTreatment> treatments;  ///< strongest first
};

/// What sort of site it is, with its codes in other systems.
struct Kind {
  KindId id;
  std::map<std::string, std::string> names;
  std::vector<std::string> synonyms;
  std::vector<std::string> osm;        ///< rules "key=value" or "key=*", as in OpenStreetMap
  std::vector<std::string> nppes;      ///< taxonomy codes
  std::vector<std::string> cqc;        ///< service types
  std::string schema_org;              ///< "MedicalClinic", "BeautySalon"
  std::vector<TreatmentId> may_offer;  ///< treatments that such sites often offer
};

/// A generic word that stands for several treatments: "laser" is all that is done with one.
struct Family {
  FamilyId id;
  std::map<std::string, std::string> names;
  std::vector<std::string> synonyms;
  std::vector<TreatmentId> treatments;
};

/// One catalogue file as text, with the name that errors give.
struct CatalogueFile {
  std::string name;
  std::string text;
};

/// Treatments, concerns, kinds and families, and what is asked and said of treatments: what nearme knows of its
/// subject. Immutable; threads: any.
class Catalogue {
 public:
  /// Reads TOML files, later ones adding to and overriding the entries of earlier ones, and checks all of it: ids in
  /// kebab case, names in English, references that exist, grades. Errors: invalid_input with file, line and reason.
  [[nodiscard]] static Result<Catalogue> load(std::span<const CatalogueFile> files);

  [[nodiscard]] std::span<const Treatment> treatments() const { return treatments_; }  ///< in the files' order
  [[nodiscard]] std::span<const Concern> concerns() const { return concerns_; }
  [[nodiscard]] std::span<const Kind> kinds() const { return kinds_; }
  [[nodiscard]] std::span<const Family> families() const { return families_; }

  [[nodiscard]] const Suitability& suitability() const { return suitability_; }
  [[nodiscard]] std::span<const Wording> wordings() const { return wordings_; }

  /// The wording that holds for a treatment in a jurisdiction ("GB", "GB-SCT"); null when it may be called by its name.
  [[nodiscard]] const Wording* wording_for(std::string_view jurisdiction, const TreatmentId& treatment) const;

  /// The English name under which a treatment may be shown in a jurisdiction; the id when there is no such treatment.
  [[nodiscard]] std::string name_shown(const TreatmentId& treatment, std::string_view jurisdiction,
                                       std::string_view language = "en") const;

  /// The word for it in the address of its page there; the id when there is no such treatment.
  [[nodiscard]] std::string address_word_shown(const TreatmentId& treatment, std::string_view jurisdiction) const;

  /// Whether a text holds a word that no page in a jurisdiction may show.
  [[nodiscard]] bool hides(std::string_view jurisdiction, std::string_view text) const;

  /// This catalogue as pages in a jurisdiction may show it: a treatment with a wording there has the names, the summary
  /// and the address of that wording, and no synonyms. All words are understood as before.
  [[nodiscard]] Catalogue shown_in(std::string_view jurisdiction) const;
  /// The same for one treatment of it.
  [[nodiscard]] Treatment shown_in(std::string_view jurisdiction, Treatment treatment) const;

  /// The treatment whose pages have this word in their address: its id, or the word of one of its wordings. Null when
  /// none.
  [[nodiscard]] const Treatment* treatment_at(std::string_view address_word) const;

  /// Null when there is no such entry. The pointers live as long as the catalogue.
  [[nodiscard]] const Treatment* find(const TreatmentId& id) const;
  [[nodiscard]] const Concern* find(const ConcernId& id) const;
  [[nodiscard]] const Kind* find(const KindId& id) const;
  [[nodiscard]] const Family* find(const FamilyId& id) const;

  /// The entry that a source means by a word: its id, a name or a synonym, compared without case, accents, hyphens and
  /// spaces ("Micro Needling" is micro-needling). Null when none.
  [[nodiscard]] const Treatment* treatment_called(std::string_view words) const;
  [[nodiscard]] const Concern* concern_called(std::string_view words) const;
  [[nodiscard]] const Kind* kind_called(std::string_view words) const;

 private:
  Catalogue() = default;

  std::vector<Treatment> treatments_;
  std::vector<Concern> concerns_;
  std::vector<Kind> kinds_;
  std::vector<Family> families_;
  Suitability suitability_;
  std::vector<Wording> wordings_;
  std::map<TreatmentId, std::size_t> treatment_by_id_;
  std::map<ConcernId, std::size_t> concern_by_id_;
  std::map<KindId, std::size_t> kind_by_id_;
  std::map<FamilyId, std::size_t> family_by_id_;
  std::map<std::string, std::size_t> treatment_by_words_;
  std::map<std::string, std::size_t> concern_by_words_;
  std::map<std::string, std::size_t> kind_by_words_;
};

/// The name in `language` ("de-AT"), else in that language without its region ("de"), else in English.
std::string_view name_of(const std::map<std::string, std::string>& names, std::string_view language = "en");

}  // namespace nearme
