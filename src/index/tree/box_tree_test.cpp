#include "index/tree/box_tree.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

#include <gtest/gtest.h>

#include "index/testing/worlds.hpp"
#include "index/tree/chord_kernels.hpp"

namespace nearme {
namespace {

constexpr std::uint64_t kSeed = 11;
/// What a site's lower bound may fall short of its chord by: two metres on the ground.
constexpr double kTwoMetres = 2 / kEarthRadiusMetres;

std::vector<TreeLeaf> random_leaves(WorldShape shape, std::size_t count) {
  std::mt19937_64 random(kSeed);
  std::vector<TreeLeaf> leaves;
  for (std::size_t i = 0; i < count; ++i)
    leaves.push_back(
        {.point = to_unit_vector(random_position(shape, random)), .quality = static_cast<float>(random() % 100) / 100});
  return leaves;
}

/// Calls `look(node, child, first site, last site)` for every child of every node.
template <class Look>
void for_each_child(const BoxTree& tree, TreeNode node, const Look& look) {
  for (std::uint32_t child = 0; child < 64; ++child) {
    const std::uint64_t covered = std::uint64_t{1} << (6 * node.level);
    const std::uint64_t first = (std::uint64_t{node.number} * 64 + child) * covered;
    const bool exists = (tree.children(node) >> child & 1) != 0;
    ASSERT_EQ(exists, first < tree.size());
    if (!exists) continue;
    look(node, child, first, std::min<std::uint64_t>(first + covered, tree.size()));
    if (node.level > 0) for_each_child(tree, {.level = node.level - 1, .number = node.number * 64 + child}, look);
  }
}

TEST(BoxTree, OfNoSitesHasARootWithoutChildren) {
  const auto bytes = build_box_tree({});
  const auto tree = BoxTree::open(bytes);
  ASSERT_TRUE(tree) << tree.error().message;
  EXPECT_EQ(tree->size(), 0U);
  EXPECT_EQ(tree->children(tree->root()), 0U);
  std::array<float, 64> least;
  tree->least_chords_squared(tree->root(), round_both_ways({.x = 1, .y = 0, .z = 0}), least);
  EXPECT_TRUE(std::ranges::all_of(least, [](float chord) { return chord == 8; }));
}

TEST(BoxTree, BoundsHoldForEverySiteBelow) {
  for (const WorldShape shape :
       {WorldShape::cities, WorldShape::poles, WorldShape::antimeridian, WorldShape::one_point}) {
    const auto leaves = random_leaves(shape, 4300);
    const auto bytes = build_box_tree(leaves);
    const BoxTree tree = BoxTree::open(bytes).value();
    std::mt19937_64 random(kSeed);
    for (int question = 0; question < 20; ++question) {
      const UnitVector from =
          question % 2 == 0 ? to_unit_vector(random_position(shape, random)) : leaves[random() % leaves.size()].point;
      for_each_child(tree, tree.root(),
                     [&](TreeNode node, std::uint32_t child, std::uint64_t first, std::uint64_t end) {
                       std::array<float, 64> least;
                       std::array<float, 64> greatest;
                       tree.least_chords_squared(node, round_both_ways(from), least);
                       tree.greatest_chords_squared(node, round_both_ways(from), greatest);
                       if (node.level > 0) {
                         const TreeNode alone = child_of(node, static_cast<int>(child));
                         ASSERT_NEAR(tree.least_chord_squared(alone, round_both_ways(from)), least[child], 1e-6);
                         least[child] = std::max(least[child], tree.least_chord_squared(alone, round_both_ways(from)));
                       }
                       for (std::uint64_t site = first; site < end; ++site) {
                         const double chord = chord_squared(from, leaves[site].point);
                         ASSERT_LE(least[child], chord) << "seed " << kSeed << ", site " << site;
                         ASSERT_GE(greatest[child], chord) << "seed " << kSeed << ", site " << site;
                         ASSERT_GE(tree.qualities(node)[child], leaves[site].quality);
                         const double shortfall = node.level == 0 ? std::sqrt(chord) * 1e-6 + kTwoMetres : 4;
                         ASSERT_GE(std::sqrt(least[child]) + shortfall, std::sqrt(chord));
                       }
                     });
    }
  }
}

TEST(BoxTree, ChildrenThatDoNotExistAreFurtherThanAnyChord) {
  const auto leaves = random_leaves(WorldShape::everywhere, 70);
  const auto bytes = build_box_tree(leaves);
  const BoxTree tree = BoxTree::open(bytes).value();
  std::array<float, 64> least;
  tree.least_chords_squared({.level = 0, .number = 1}, round_both_ways({.x = 0, .y = 0, .z = 1}), least);
  for (std::size_t lane = 6; lane < 64; ++lane) EXPECT_EQ(least[lane], 8);
  tree.least_chords_squared(tree.root(), round_both_ways({.x = 0, .y = 0, .z = 1}), least);
  for (std::size_t lane = 2; lane < 64; ++lane) EXPECT_EQ(least[lane], 8);
}

TEST(BoxTree, AtTheLeavesTheQualityIsTheSitesOwn) {
  const auto leaves = random_leaves(WorldShape::cities, 200);
  const auto bytes = build_box_tree(leaves);
  const BoxTree tree = BoxTree::open(bytes).value();
  for (std::uint32_t site = 0; site < leaves.size(); ++site)
    EXPECT_EQ(tree.qualities({.level = 0, .number = site / 64})[site % 64], leaves[site].quality);
}

TEST(BoxTree, SitesBelowAddUpToAllSites) {
  const auto leaves = random_leaves(WorldShape::cities, 5000);
  const auto bytes = build_box_tree(leaves);
  const BoxTree tree = BoxTree::open(bytes).value();
  std::uint64_t sum = 0;
  for (std::uint32_t number = 0; number < 79; ++number) sum += tree.sites_below({.level = 0, .number = number});
  EXPECT_EQ(sum, 5000U);
  EXPECT_EQ(tree.sites_below(tree.root()), 5000U);
}

TEST(BoxTree, RefusesBytesThatDoNotMatchTheirHead) {
  const auto whole = build_box_tree(random_leaves(WorldShape::cities, 100));
  for (const std::size_t length : {std::size_t{0}, std::size_t{63}, whole.size() - 1})
    EXPECT_EQ(BoxTree::open(std::span(whole).first(length)).error().kind, ErrorKind::corrupt) << length;
  auto more_sites = whole;
  more_sites[1] = std::byte{255};
  EXPECT_FALSE(BoxTree::open(more_sites));
}

}  // namespace
}  // namespace nearme
