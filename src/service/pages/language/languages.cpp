#include "service/pages/language/languages.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

#include <fmt/core.h>
#include <unicode/uenum.h>
#include <unicode/uloc.h>

#include "assets/assets.hpp"

namespace nearme {
namespace {

constexpr std::array<const char*, 6> kTags{"en", "de", "fr", "es", "pl", "ar"};

Language built_in(std::string_view tag) {
  const auto* asset = find_asset(fmt::format("messages/{}.toml", tag));
  auto read = asset == nullptr ? fail(ErrorKind::corrupt, "the messages of '{}' were not built into the program", tag)
                               : Language::read(tag, asset->text());
  if (!read) {
    fmt::print(stderr, "nearme: {}\n", read.error().message);
    std::abort();
  }
  return *std::move(read);
}

std::vector<Language> all_built_in() {
  std::vector<Language> made;
  for (const auto* tag : kTags) made.push_back(built_in(tag));
  return made;
}

struct CloseEnumeration {
  void operator()(UEnumeration* opened) const { uenum_close(opened); }
};

}  // namespace

std::span<const Language> languages() {
  static const auto kLanguages = all_built_in();
  return kLanguages;
}

const Language& english() { return languages().front(); }

const Language* language_called(std::string_view tag) {
  const auto found = std::ranges::find(languages(), tag, &Language::tag);
  return found == languages().end() ? nullptr : &*found;
}

const Language& language_for(const std::string& accept_language) {
  auto status = U_ZERO_ERROR;
  const std::unique_ptr<UEnumeration, CloseEnumeration> ours(
      uenum_openCharStringsEnumeration(kTags.data(), kTags.size(), &status));
  std::array<char, ULOC_FULLNAME_CAPACITY> best{};
  auto result = ULOC_ACCEPT_FAILED;
  uloc_acceptLanguageFromHTTP(best.data(), best.size(), &result, accept_language.c_str(), ours.get(), &status);
  const auto* found = U_FAILURE(status) || result == ULOC_ACCEPT_FAILED ? nullptr : language_called(best.data());
  return found == nullptr ? english() : *found;
}

}  // namespace nearme
