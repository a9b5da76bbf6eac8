#include "engine/questions.hpp"

#include <array>
#include <filesystem>
#include <fstream>

#include "search/answer_json.hpp"
#include "search/plan/index_words.hpp"
#include "search/search.hpp"
#include "search/understand/question_reader.hpp"

namespace nearme {
namespace {

/// As people write: right and wrong, short and long.
constexpr std::array<std::string_view, 20> kQuestions{
    "micro-needling near Leeds",
    "microneedling for acne scars in Manchester",
    "mirconeedling nr leeds",
    "dermatologist near Berlin",
    "hautarzt münchen",
    "chemical peel London",
    "chemical peel 51.5072, -0.1276",
    "acne scars",
    "laser hair removal near me",
    "open now near York",
    "acne scars in Manchster open now",
    "stretch marks newcastle upon tyne",
    "beauty salon in Paris, TX",
    "prp hair loss New York",
    "skin clinic Harrogate",
    "dr ma derlu clinic",
    "rosacea",
    "confirmed micro-needling within 10 km of Zürich",
    "LS1 4AP botox",
    "the best place for melasma treatment near Birmingham UK please",
};

/// The questions of people to which the tests hold the understanding: the first column of their tables.
std::vector<std::string> questions_of_people() {
  std::vector<std::string> questions;
  for (const auto& entry : std::filesystem::directory_iterator(NEARME_SOURCE_DIR "/tests/relevance")) {
    if (entry.path().extension() != ".tsv") continue;
    std::ifstream file(entry.path());
    for (std::string line; std::getline(file, line);) {
      if (!line.empty() && line.front() != '#') questions.push_back(line.substr(0, line.find('\t')));
    }
  }
  return questions;
}

/// Ways of asking for a treatment, one of them misspelt.
constexpr std::array<std::string_view, 4> kTreatments{"micro-needling", "microneedling clinic", "chemical peel",
                                                      "mirconeedling"};

}  // namespace

Times time_reading(const Ground& ground, const Effort& effort) {
  const PhraseBook phrases(ground.catalogue);
  const IndexWords known(*ground.live);
  const QuestionReader reader(phrases, ground.gazetteer, known);
  const auto questions = questions_of_people();
  return measure(effort,
                 [&](std::size_t number) { return reader.read(questions[number % questions.size()]).pieces.size(); });
}

Times time_suggesting(const Ground& ground, const Effort& effort, std::span<const Probe> probes) {
  const Search search(ground.index, ground.catalogue, ground.gazetteer);
  std::vector<std::string> typed;
  for (const std::string_view question : kQuestions) {
    for (std::size_t letters = 2; letters < 12 && letters < question.size(); ++letters)
      typed.emplace_back(question.substr(0, letters));
  }
  return measure(effort, [&](std::size_t number) {
    return search.suggest({.q = typed[number % typed.size()], .at = probes[number].at}).size();
  });
}

Times time_answering(const Ground& ground, const Effort& effort, std::span<const Probe> probes) {
  const Search search(ground.index, ground.catalogue, ground.gazetteer);
  return measure(effort, [&](std::size_t number) {
    const SearchRequest request{.q = std::string(kTreatments[number % kTreatments.size()]),
                                .at = probes[number].at,
                                .radius = Metres::from_kilometres(25),
                                .now = moment_of_asking()};
    const auto answer = search.run(request);
    return answer && !to_json(*answer).empty() ? answer->results.size() : 0;
  });
}

}  // namespace nearme
