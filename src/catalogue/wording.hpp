#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "directory/ids.hpp"

namespace nearme {

/// What a treatment is called where the law bars advertising its medicine to the public. There pages show this name and
/// no other name, synonym or brand.
struct Wording {
  std::string id;
  std::vector<std::string> jurisdictions;  ///< countries "GB", or parts of them "US-CA", as in ISO 3166
  TreatmentId treatment;
  std::map<std::string, std::string> names;  ///< by language tag; "en" is always there
  std::string summary;                       ///< one sentence
  std::vector<std::string> hides;            ///< words that no page there may show, in any case of letters
  std::string source;                        ///< the law, as in a Statement, with the next two
  std::string url;
  char grade = 'D';
  std::string review_date;
};

/// Whether this is a country code, "GB", and perhaps the code of a part of it, "GB-SCT" (ISO 3166).
bool is_jurisdiction(std::string_view text);

/// The English name as the word of an address: "consultation-for-lines-and-wrinkles". Two wordings of the same name
/// have the same.
std::string address_word(const Wording& wording);

/// The wording for a treatment in a jurisdiction: for a part of a country ("GB-SCT") its own, else that of the country.
/// Null when the treatment may be called by its name there.
const Wording* wording_in(const std::vector<Wording>& wordings, std::string_view jurisdiction,
                          const TreatmentId& treatment);

}  // namespace nearme
