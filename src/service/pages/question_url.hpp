#pragma once

#include <string>
#include <string_view>

#include "search/request_from_parameters.hpp"

namespace nearme {

/// The address of the search page is its whole state. These make addresses that differ from the present one in one
/// thing: they are what chips, filters and "show more" link to. Pure functions.

/// "/?q=micro-needling&sort=distance"; "/" without parameters. Empty values are left out.
std::string search_url(const Parameters& parameters);

/// "/v1/points?treatment=prp": where all that the same question asks for lie, in the box that is still to be added.
std::string points_url(const Parameters& parameters);

/// The value of a parameter; empty when it is not there.
std::string_view given(const Parameters& parameters, std::string_view name);

/// Without these, and without what counts pages (`cursor`, `shown`, `part`): the answer will be another one.
Parameters without(const Parameters& parameters, std::initializer_list<std::string_view> names);

/// With this one set to a value, in place of the value it had.
Parameters with(const Parameters& parameters, std::string_view name, std::string_view value);

/// A question without the bytes [begin, end), and without the spaces that would be left doubled.
std::string cut(std::string_view question, std::size_t begin, std::size_t end);

/// The language is the reader's, and no part of the question.
Parameters without_lang(const Parameters& parameters);

}  // namespace nearme
