#include "matching/site_traits.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "matching/plain_words.hpp"
#include "text/postcode.hpp"
#include "text/unicode.hpp"

namespace nearme {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string digits_of(std::string_view text) {
  std::string digits;
  std::ranges::copy_if(text, std::back_inserter(digits), is_digit);
  return digits;
}

/// The end of a number is the same with the country's code and without.
std::string phone_tail(std::string_view phone) {
  constexpr std::size_t kFewest = 6;
  constexpr std::size_t kTail = 9;
  auto digits = digits_of(phone.substr(0, phone.find(";ext")));
  if (digits.size() < kFewest) return {};
  return digits.size() <= kTail ? digits : digits.substr(digits.size() - kTail);
}

std::pair<std::string, std::string> host_and_path(std::string_view website) {
  auto address = fold(website);
  if (const auto scheme = address.find("://"); scheme != std::string::npos) address.erase(0, scheme + 3);
  if (address.starts_with("www.")) address.erase(0, 4);
  address.resize(std::min(address.find_first_of("?#"), address.size()));
  const auto slash = std::min(address.find('/'), address.size());
  auto path = address.substr(slash);
  while (path.ends_with('/')) path.pop_back();
  return {address.substr(0, slash), path};
}

/// Short forms of words of addresses, each with the form that stands for all; sorted.
constexpr auto kStreetWords = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"av", "avenue"},      {"avda", "avenue"}, {"ave", "avenue"},   {"avenida", "avenue"}, {"blvd", "boulevard"},
    {"boul", "boulevard"}, {"c", "calle"},     {"ctr", "center"},   {"dr", "drive"},       {"e", "east"},
    {"fwy", "freeway"},    {"hwy", "highway"}, {"ln", "lane"},      {"n", "north"},        {"o", "west"},
    {"ouest", "west"},     {"pde", "parade"},  {"pkwy", "parkway"}, {"pl", "place"},       {"r", "rua"},
    {"rd", "road"},        {"s", "south"},     {"sq", "square"},    {"st", "street"},      {"str", "strasse"},
    {"ul", "ulica"},       {"v", "via"},       {"w", "west"},
});
static_assert(std::ranges::is_sorted(kStreetWords));

std::string written_out(const std::string& word) {
  const auto found = std::ranges::lower_bound(kStreetWords, word, {}, [](const auto& pair) { return pair.first; });
  if (found != kStreetWords.end() && found->first == word) return std::string(found->second);
  // "hauptstr" and "hauptstrasse".
  return word.size() > 4 && word.ends_with("str") ? word + "asse" : word;
}

void read_street(std::string_view street, SiteTraits& traits) {
  for (const auto& word : plain_words(street)) {
    if (is_digit(word[0])) {
      traits.numbers.push_back(word);
    } else {
      traits.street.push_back(written_out(word));
    }
  }
}

std::string postcode_of(const Address& address) {
  auto key = postcode_key(address.postcode);
  constexpr std::size_t kZip = 5;
  if (address.country == "US" && key.size() > kZip) key.resize(kZip);
  return key;
}

}  // namespace

SiteTraits traits_of(const Site& site) {
  SiteTraits traits;
  traits.name = plain_words(site.name);
  for (const auto& word : traits.name) traits.name_run_together += word;
  traits.phone = phone_tail(site.phone);
  std::tie(traits.host, traits.path) = host_and_path(site.website);
  read_street(site.address.street, traits);
  traits.city = plain_words(site.address.city);
  traits.postcode = postcode_of(site.address);
  traits.country = site.address.country;
  traits.position = site.position;
  if (site.precision) traits.within_m = site.precision->within_m;
  return traits;
}

}  // namespace nearme
