// Reads any bytes as a question and as a place: always an answer, and every piece lies within the text.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "catalogue/catalogue_files.hpp"
#include "gazetteer/compile/compile.hpp"
#include "search/understand/question_reader.hpp"

namespace {

using nearme::LatLon;

/// Sites that know every word of one letter, so that both ways through the reader are taken.
class ShortWords final : public nearme::KnownWords {
 public:
  [[nodiscard]] bool has_word(std::string_view folded) const override { return folded.size() == 1; }
  [[nodiscard]] bool has_words_together(const std::vector<std::string>& folded) const override {
    return folded.size() == 2;
  }
  [[nodiscard]] std::vector<nearme::LatLon> postcode(std::string_view key) const override {
    if (key.size() != 3) return {};
    return {*LatLon::make({.lat = 54, .lon = -1.5})};
  }
};

nearme::Places two_towns() {
  nearme::Places places;
  places.areas = {{.key = "GB", .parent = {}, .name = "United Kingdom", .other_names = {"UK"}}};
  for (const auto* const name : {"Leeds", "Newcastle upon Tyne"}) {
    places.places.push_back({.name = name,
                             .other_names = {},
                             .area = 0,
                             .population = 100'000,
                             .position = *LatLon::make({.lat = 54, .lon = -1.5}),
                             .time_zone = "Europe/London"});
  }
  return places;
}

void check(const nearme::Question& question, std::string_view text) {
  for (const auto& hint : question.hints) {
    if (hint.begin > hint.end || hint.end > text.size()) std::abort();
  }
  for (const auto& piece : question.pieces) {
    if (piece.begin > piece.end || piece.end > text.size()) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto catalogue =
      *nearme::Catalogue::load(*nearme::read_catalogue_files(NEARME_SOURCE_DIR "/data/catalogue"));
  static const auto gazetteer_bytes = nearme::compile_gazetteer(two_towns());
  static const auto gazetteer = *nearme::Gazetteer::open(gazetteer_bytes);
  static const nearme::PhraseBook phrases{catalogue};
  static const ShortWords known;
  static const nearme::QuestionReader reader{phrases, gazetteer, known};

  const std::string_view text{reinterpret_cast<const char*>(data), size};
  check(reader.read(text), text);
  check(reader.read_place(text), text);
  return 0;
}
