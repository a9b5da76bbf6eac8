#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

/// nlohmann::json, of which the largest parts, the parser of texts and the writer, are compiled once, in json.cpp. A
/// file that includes this in place of <nlohmann/json.hpp> does the same and compiles in less time.
namespace nlohmann::detail {

using TextInView = iterator_input_adapter<std::string_view::const_iterator>;
using TextInString = iterator_input_adapter<std::string::const_iterator>;

extern template class lexer<json, TextInView>;
extern template class lexer<json, TextInString>;
extern template class parser<json, TextInView>;
extern template class parser<json, TextInString>;
extern template class json_sax_dom_parser<json>;
extern template class json_sax_dom_callback_parser<json>;
extern template class serializer<json>;

}  // namespace nlohmann::detail
