#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "directory/register.hpp"

namespace nearme {

enum class Likeness : std::uint8_t { different, similar, same };

/// How a name of ours and one of a register go together.
struct NameMatch {
  Likeness likeness = Likeness::different;
  std::string apart_from;  ///< what is not alike when they are similar: "a title, an initial"

  friend bool operator==(const NameMatch&, const NameMatch&) = default;
};

/// Names of people. Same: the same words in the same order, whatever their case and punctuation. Similar: they differ
/// in titles and letters after the name, in an initial that stands for a name, in a middle name that one leaves out, in
/// the order, in accents, in one letter of a word, or in the surname alone (as after a marriage). That a person is
/// meant is likely then, and no more than that: a similar name never confirms anything.
NameMatch match_people(std::string_view ours, std::string_view theirs);

/// Names of organisations. Similar: they differ in the legal form ("Ltd", "LLC"), in "the" and "and", in accents, or
/// one is the whole beginning of the other, of two words at least.
NameMatch match_organisations(std::string_view ours, std::string_view theirs);

/// By the sort of entry.
NameMatch match_names(EntrySubject subject, std::string_view ours, std::string_view theirs);

/// By which a name is found among many. Of people the first and the last name, folded, without titles: "Smith, Jane"
/// and "Jane A. Smith" are both "jane smith"; empty for a name of one word. Of organisations all words but the legal
/// form.
std::string name_key_of(EntrySubject subject, std::string_view name);

/// A number as it is compared: its letters in capitals and its digits. "12a-345" is "12A345".
std::string number_key_of(std::string_view number);

}  // namespace nearme
