#pragma once

#include <map>
#include <string>

#include <nlohmann/json.hpp>

#include "catalogue/catalogue.hpp"
#include "service/http/answer.hpp"

namespace nearme {

/// An entry's name in the languages that it has, with the English one by itself.
inline void add_names(nlohmann::ordered_json& fields, const std::map<std::string, std::string>& names) {
  fields["name"] = name_of(names);
  fields["names"] = names;
}

/// The catalogue changes with the program only, so anyone may keep what it says for a while.
inline Answer catalogue_answer(const nlohmann::ordered_json& fields) {
  Answer answer;
  answer.body = fields.dump();
  answer.caching = Caching::minutes;
  return answer;
}

}  // namespace nearme
