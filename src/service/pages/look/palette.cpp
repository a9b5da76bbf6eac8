#include "service/pages/look/palette.hpp"

#include <array>

#include "assets/assets.hpp"
#include "base/json.hpp"
#include "service/pages/look/contrast.hpp"

namespace nearme {
namespace {

struct WordsOnGround {
  const char* words;
  const char* ground;
};

/// What stands on what in the pages.
constexpr std::array kPairs{
    WordsOnGround{"ink", "paper"},         WordsOnGround{"ink", "surface"},
    WordsOnGround{"ink", "sunken"},        WordsOnGround{"ink-soft", "paper"},
    WordsOnGround{"ink-soft", "surface"},  WordsOnGround{"ink-soft", "sunken"},
    WordsOnGround{"accent", "paper"},      WordsOnGround{"accent", "surface"},
    WordsOnGround{"on-accent", "accent"},  WordsOnGround{"on-accent", "accent-strong"},
    WordsOnGround{"ink", "accent-soft"},   WordsOnGround{"confirmed", "paper"},
    WordsOnGround{"confirmed", "surface"}, WordsOnGround{"caution", "paper"},
    WordsOnGround{"caution", "surface"},   WordsOnGround{"ink", "caution-soft"},
};

Colours colours_of(const nlohmann::json& tokens) {
  Colours colours;
  for (const auto& [token, colour] : tokens.items()) colours.emplace(token, colour.get<std::string>());
  return colours;
}

std::string listed_tokens(const Colours& colours) {
  std::string tokens;
  for (const auto& [token, colour] : colours) tokens += (tokens.empty() ? "" : ", ") + token;
  return tokens;
}

Result<void> check_pair(const WordsOnGround& pair, const Colours& colours) {
  TRY(const double ratio, contrast(colours.at(pair.words), colours.at(pair.ground)));
  if (ratio >= kReadable) return {};
  return fail(ErrorKind::invalid_input,
              "'{}' ({}) cannot be read on '{}' ({}): their contrast is {:.1f} to 1 and must be at least {} to 1",
              pair.words, colours.at(pair.words), pair.ground, colours.at(pair.ground), ratio, kReadable);
}

}  // namespace

Result<Palette> built_in_palette() {
  const auto* asset = find_asset("web/tokens.json");
  const auto tokens = asset == nullptr ? nlohmann::json() : nlohmann::json::parse(asset->text(), nullptr, false);
  if (!tokens.is_object() || !tokens.contains("light") || !tokens.contains("dark")) {
    return fail(ErrorKind::corrupt, "the colours of the pages were not built into the program");
  }
  return Palette{.light = colours_of(tokens.at("light")), .dark = colours_of(tokens.at("dark"))};
}

Result<void> check_readable(const Colours& own, const Colours& built_in) {
  auto colours = built_in;
  for (const auto& [token, colour] : own) {
    if (!built_in.contains(token)) {
      return fail(ErrorKind::invalid_input, "there is no colour '{}'; there are {}", token, listed_tokens(built_in));
    }
    colours[token] = colour;
  }
  for (const auto& [token, colour] : own) TRY_VOID(contrast(colour, colour));
  for (const auto& pair : kPairs) {
    const bool is_changed = own.contains(pair.words) || own.contains(pair.ground);
    if (is_changed) TRY_VOID(check_pair(pair, colours));
  }
  return {};
}

}  // namespace nearme
