#pragma once

#include "search/plan/plan.hpp"

namespace nearme {

/// The words of a question that are left for names of sites and practitioners.
struct NameQuestion {
  const SearchRequest& request;
  const Question& question;
  const LiveIndex& index;
};

/// "Alpha Skin Clinic" is a name when sites are called so, not a kind of site beside a name. Gives the folded words
/// that names must have, and says in `understood` how they were written; takes the kinds out of it that are part of a
/// name.
std::vector<std::string> words_of_names(const NameQuestion& asked, Understood& understood);

/// Narrows a plan whose other filters are made to the sites that have all of those words, and those of the request's
/// `text`. Words that no site has which is found otherwise are left out when the rest says enough, and the plan's
/// understanding says so.
void filter_by_names(const NameQuestion& asked, const std::vector<std::string>& words, Plan& plan);

}  // namespace nearme
