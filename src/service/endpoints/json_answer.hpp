#pragma once

#include <map>
#include <string>

#include "base/json.hpp"
#include "catalogue/catalogue.hpp"
#include "service/http/answer.hpp"

namespace nearme {

/// An answer that is this JSON. Bytes of a source that are no UTF-8 become U+FFFD.
template <class Json>
Answer json_answer(const Json& fields, Caching caching) {
  return {.body = fields.dump(-1, ' ', false, Json::error_handler_t::replace), .caching = caching};
}

/// An entry's name in the languages that it has, with the English one by itself.
inline void add_names(nlohmann::ordered_json& fields, const std::map<std::string, std::string>& names) {
  fields["name"] = name_of(names);
  fields["names"] = names;
}

}  // namespace nearme
