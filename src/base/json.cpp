#include "base/json.hpp"

namespace nlohmann::detail {

template class lexer<json, TextInView>;
template class lexer<json, TextInString>;
template class parser<json, TextInView>;
template class parser<json, TextInString>;
template class json_sax_dom_parser<json>;
template class json_sax_dom_callback_parser<json>;
template class serializer<json>;

}  // namespace nlohmann::detail
