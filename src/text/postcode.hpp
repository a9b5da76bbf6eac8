#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nearme {

/// What a text says when it is read as a postcode. Forms: Universal Postal Union, postal addressing systems.
struct PostcodeForm {
  std::string key;       ///< folded, letters and digits alone: "ls14ap", "00001"; the code of the country is left out
  std::string district;  ///< key of the larger area that holds it: "ls1" of "ls14ap"; empty where there is none
  std::string country;   ///< ISO 3166-1 alpha-2 when the form belongs to one country; empty when to several
  std::string written;   ///< as one writes it: "LS1 4AP", "1012 AB"

  friend bool operator==(const PostcodeForm&, const PostcodeForm&) = default;
};

/// Reads "ls14ap", "LS1", "62701-1234", "D-10115", "00-001", "1012ab", "M5V 2T6". Any case; a space or hyphen between
/// the parts may be there or not. None when the text has no usual form of a postcode: no three digits, no bare word.
std::optional<PostcodeForm> postcode_form(std::string_view text);

/// The key of a postcode whose country is known by other means: folded, letters and digits alone.
std::string postcode_key(std::string_view written);

}  // namespace nearme
