#include "catalogue/tag_rules.hpp"

#include <algorithm>
#include <array>
#include <random>

#include <gtest/gtest.h>

#include "catalogue/osm_rule.hpp"

namespace nearme {
namespace {

std::string kind_with_rules(const std::string& id, const std::vector<std::string>& rules) {
  std::string text = "[[kind]]\nid = '" + id + "'\nnames = { en = '" + id + "' }\nosm = [";
  for (const auto& rule : rules) text += "'" + rule + "',";
  return text + "]\n";
}

Catalogue catalogue_of(const std::string& text) {
  return *Catalogue::load(std::array{CatalogueFile{.name = "kinds.toml", .text = text}});
}

std::vector<std::string> names_of(const std::vector<KindId>& kinds) {
  std::vector<std::string> names;
  for (const auto& kind : kinds) names.push_back(kind.text());
  return names;
}

using Names = std::vector<std::string>;

Catalogue small_catalogue() {
  return catalogue_of(kind_with_rules("dermatology", {"healthcare:speciality=dermatology"}) +
                      kind_with_rules("dentist", {"amenity=dentist", "healthcare=dentist"}) +
                      kind_with_rules("nails", {"beauty=nails"}) + kind_with_rules("health", {"healthcare=*"}) +
                      kind_with_rules("salon", {"shop=beauty", "beauty=*"}));
}

TEST(TagRules, AnObjectWithoutTagsIsNoSite) { EXPECT_TRUE(TagRules(small_catalogue()).kinds_of({}).empty()); }

TEST(TagRules, ABakeryIsNoSite) {
  EXPECT_TRUE(TagRules(small_catalogue()).kinds_of({{"shop", "bakery"}, {"name", "dentist"}}).empty());
}

TEST(TagRules, ANoIsNeverAMatch) {
  const TagRules rules(small_catalogue());
  EXPECT_TRUE(rules.kinds_of({{"healthcare", "no"}}).empty());
  EXPECT_TRUE(rules.kinds_of({{"healthcare", " no ; "}}).empty());
  EXPECT_TRUE(rules.kinds_of({{"healthcare", ""}}).empty());
}

TEST(TagRules, AStarTakesOnlyTheValuesThatNoExactRuleNames) {
  const TagRules rules(small_catalogue());
  EXPECT_EQ(names_of(rules.kinds_of({{"healthcare", "dentist"}})), Names{"dentist"});
  EXPECT_EQ(names_of(rules.kinds_of({{"healthcare", "something"}})), Names{"health"});
  EXPECT_EQ(names_of(rules.kinds_of({{"beauty", "tanning; nails"}})), (Names{"nails", "salon"}));
}

TEST(TagRules, AKindThatTwoTagsNameIsGivenOnce) {
  EXPECT_EQ(names_of(TagRules(small_catalogue()).kinds_of({{"amenity", "dentist"}, {"healthcare", "dentist"}})),
            Names{"dentist"});
}

TEST(TagRules, TheSieveKnowsTheKeysOfTheRulesAndNoOther) {
  const TagRules rules(small_catalogue());
  EXPECT_TRUE(rules.knows_key("healthcare:speciality"));
  EXPECT_TRUE(rules.knows_key("beauty"));
  EXPECT_FALSE(rules.knows_key("healthcare:"));
  EXPECT_FALSE(rules.knows_key("highway"));
}

/// The items of a list as the slow twin splits them.
Names items_of(std::string list) {
  list += ';';
  Names items;
  std::string item;
  for (const char letter : list) {
    if (letter != ';') {
      if (letter != ' ') item += letter;
      continue;
    }
    if (!item.empty() && item != "no") items.push_back(item);
    item.clear();
  }
  return items;
}

bool is_named_exactly(const Catalogue& catalogue, const std::string& rule) {
  return std::ranges::any_of(catalogue.kinds(),
                             [&](const Kind& kind) { return std::ranges::count(kind.osm, rule) > 0; });
}

/// Asks every rule of every kind about every item: slow and obvious.
Names kinds_by_asking_every_rule(const Catalogue& catalogue, const Tags& tags) {
  Names exact;
  Names any;
  for (const auto& kind : catalogue.kinds()) {
    bool is_exact = false;
    bool is_any = false;
    for (const auto& [key, value] : tags) {
      for (const auto& item : items_of(value)) {
        const auto rule = key + "=" + item;
        is_exact |= std::ranges::count(kind.osm, rule) > 0;
        is_any |= std::ranges::count(kind.osm, key + "=*") > 0 && !is_named_exactly(catalogue, rule);
      }
    }
    if (is_exact) exact.push_back(kind.id.text());
    if (is_any && !is_exact) any.push_back(kind.id.text());
  }
  exact.insert(exact.end(), any.begin(), any.end());
  return exact;
}

class Dice {
 public:
  explicit Dice(unsigned seed) : random_(seed) {}
  std::size_t below(std::size_t end) { return random_() % end; }
  std::string one_of(const Names& names) { return names[below(names.size())]; }

 private:
  std::mt19937 random_;
};

std::string random_kinds(Dice& dice) {
  std::string text;
  for (std::size_t i = 0, count = dice.below(6); i < count; ++i) {
    Names rules;
    for (std::size_t j = dice.below(5); j > 0; --j) {
      rules.push_back(dice.one_of({"a", "b", "c:d"}) + "=" + dice.one_of({"x", "y", "z", "*"}));
    }
    text += kind_with_rules("kind-" + std::to_string(i), rules);
  }
  return text;
}

Tags random_tags(Dice& dice) {
  Tags tags;
  for (std::size_t i = dice.below(4); i > 0; --i) {
    std::string value = dice.one_of({"", "x", "y", "z", "no", "other"});
    for (std::size_t j = dice.below(3); j > 0; --j)
      value += dice.one_of({";", "; ", " ;;"}) + dice.one_of({"x", "no", "w"});
    tags[dice.one_of({"a", "b", "c:d", "e"})] = value;
  }
  return tags;
}

TEST(TagRules, FindTheKindsThatAskingEveryRuleFinds) {
  for (unsigned seed = 0; seed < 500; ++seed) {
    Dice dice(seed);
    const auto catalogue = catalogue_of(random_kinds(dice));
    const TagRules rules(catalogue);
    for (int i = 0; i < 20; ++i) {
      const auto tags = random_tags(dice);
      ASSERT_EQ(names_of(rules.kinds_of(tags)), kinds_by_asking_every_rule(catalogue, tags)) << "seed " << seed;
    }
  }
}

TEST(TagRules, AKeyThatTheSieveDropsWouldHaveFoundNothing) {
  for (unsigned seed = 0; seed < 500; ++seed) {
    Dice dice(seed);
    const TagRules rules(catalogue_of(random_kinds(dice)));
    for (const auto& [key, value] : random_tags(dice)) {
      ASSERT_TRUE(rules.knows_key(key) || rules.kinds_of({{key, value}}).empty()) << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace nearme
