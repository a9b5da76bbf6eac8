#include "index/walk/best_walk.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace nearme {
namespace {

/// A sweep looks at all matches; a best-first walk at more and more of them, at several times the cost each. Sweeping
/// wins where there are only a few times as many matches as results, out of sets that are small themselves.
constexpr std::uint64_t kMostSwept = 20'000;

/// So few sites of a leaf are looked at together; more wait for their turn, so that most need no exact look.
constexpr int kFewSites = 2;
/// Up to so many sites of a leaf are measured one by one.
constexpr int kMeasuredSingly = 6;

/// So many of the best sites of each of the first leaves are looked at at once, so that a score that all others have to
/// reach is known soon.
constexpr int kLookedAtEarly = 8;

constexpr std::size_t kReservedHits = 128;

constexpr std::size_t kMostGathered = 8192;
/// So far ahead of the site that is looked at the processor is told to fetch another.
constexpr std::size_t kAhead = 8;

}  // namespace

BestWalk::BestWalk(const BestQuestion& question)
    : question_(question),
      from_(round_both_ways(question.from)),
      tree_(question.index.boxes()),
      sets_(question.filter),
      area_(from_, question.filter),
      memory_([]() -> Memory& {
        static thread_local Memory memory;
        return memory;
      }()) {
  memory_.opened.clear();
  memory_.leaves.clear();
  memory_.line.clear();
  memory_.gathered.clear();
  memory_.cursors.resize(sets_.cursor_count());
  hits_.reserve(std::min(question.limit, kReservedHits));
  leaves_are_full_ = sets_.expected_matches(tree_.size()) * 64 > kFewSites * static_cast<double>(tree_.size());
}

std::vector<Hit> BestWalk::run() {
  sets_.start(cursors_at(0));
  if (is_worth_a_sweep()) {
    sweep(tree_.root(), 0);
    look_at_gathered();
  } else {
    walk_best_first(tree_.root());
  }
  std::ranges::sort(hits_, [&](const Hit& a, const Hit& b) { return stands_before(question_.index, a, b); });
  return std::move(hits_);
}

void BestWalk::walk_best_first(TreeNode root) {
  open(root, 0);
  while (!memory_.line.empty() && could_enter(memory_.line.front().bound)) {
    std::ranges::pop_heap(memory_.line, {}, &InLine::bound);
    const std::uint32_t next = memory_.line.back().opened;
    memory_.line.pop_back();
    const int child = memory_.opened[next].waiting.take();
    stand_in_line(next);
    prefetch_front();
    look_at(memory_.opened[next].place, child);
  }
}

void BestWalk::open(TreeNode node, Cursors cursors) {
  if (node.level == 0) return open_leaf(node, sets_.candidates(0, cursors_at(cursors)));
  std::uint64_t children = members(node, cursors);
  std::optional<std::uint32_t> leaves;
  if (!area_.is_everywhere()) children = allowed_children(node, children);
  if (is_to_narrow(node)) {
    leaves = static_cast<std::uint32_t>(memory_.leaves.size());
    children = narrow(cursors, children, memory_.leaves.emplace_back());
  }
  if (area_.is_everywhere()) children = allowed_children(node, children);
  let_wait({.node = node, .cursors = cursors, .leaves = leaves}, children);
}

void BestWalk::open_leaf(TreeNode leaf, std::uint64_t members) {
  const std::uint64_t sites = allowed_children(leaf, promising(leaf, members & tree_.children(leaf)));
  if (std::popcount(sites) > kFewSites) return let_wait({.node = leaf}, look_at_some(leaf, sites));
  for (std::uint64_t rest = sites; rest != 0; rest &= rest - 1) offer(candidate(leaf, std::countr_zero(rest)));
}

std::uint64_t BestWalk::look_at_some(TreeNode leaf, std::uint64_t sites) {
  if (is_full() || !question_.scoring.tells_leaves_apart()) return sites;
  WaitingChildren waiting(bounds_, sites);
  std::uint64_t some = 0;
  while (!waiting.empty() && std::popcount(some) < kLookedAtEarly) {
    const int child = waiting.take();
    question_.index.prefetch(site_of(leaf, child));
    some |= std::uint64_t{1} << child;
  }
  for (std::uint64_t rest = some; rest != 0; rest &= rest - 1) offer(site_of(leaf, std::countr_zero(rest)));
  return sites & ~some;
}

std::uint64_t BestWalk::promising(TreeNode leaf, std::uint64_t sites) const {
  const bool has_box = tree_.levels() > 1;
  if (!is_full() || !has_box || std::popcount(sites) <= kFewSites || !question_.scoring.tells_leaves_apart())
    return sites;
  return question_.scoring.promising({.leaf = leaf.number,
                                      .among = sites,
                                      .least_chord_squared = tree_.least_chord_squared(leaf, from_),
                                      .least_score = hits_.front().score});
}

void BestWalk::let_wait(const Place& place, std::uint64_t children) {
  if (children == 0) return;
  memory_.opened.push_back({.place = place, .waiting = WaitingChildren(bounds_, children)});
  stand_in_line(static_cast<std::uint32_t>(memory_.opened.size() - 1));
}

void BestWalk::stand_in_line(std::uint32_t opened) {
  const WaitingChildren& waiting = memory_.opened[opened].waiting;
  if (waiting.empty() || !could_enter(waiting.bound())) return;
  memory_.line.push_back({.bound = waiting.bound(), .opened = opened});
  std::ranges::push_heap(memory_.line, {}, &InLine::bound);
}

void BestWalk::prefetch_front() const {
  if (memory_.line.empty()) return;
  const Opened& front = memory_.opened[memory_.line.front().opened];
  const TreeNode node = front.place.node;
  const int child = front.waiting.next();
  if (node.level == 0) return question_.index.prefetch(site_of(node, child));
  const bool is_looked_at_whole = node.level > 1 || leaves_are_full_;
  if (is_looked_at_whole) tree_.prefetch(child_of(node, child));
}

void BestWalk::look_at(Place place, int child) {
  const auto [node, cursors, leaves] = place;
  if (node.level == 0) return offer(site_of(node, child));
  if (leaves) return open_leaf(child_of(node, child), memory_.leaves[*leaves][static_cast<std::size_t>(child)]);
  const auto below = static_cast<Cursors>(memory_.cursors.size());
  if (descend(node, cursors, child)) open(child_of(node, child), below);
}

bool BestWalk::is_worth_a_sweep() const {
  const double most = question_.scoring.matches_worth_a_sweep() * static_cast<double>(question_.limit);
  if (std::isinf(most)) return true;
  return area_.is_everywhere() && sets_.expected_matches(tree_.size()) <= most &&
         sets_.most_matches(tree_.size()) <= kMostSwept;
}

void BestWalk::sweep(TreeNode node, Cursors cursors) {
  if (node.level == 0) return sweep_leaf(node, sets_.candidates(0, cursors_at(cursors)));
  std::uint64_t children = members(node, cursors);
  if (!area_.is_everywhere()) children = reachable_children(node, children);
  if (node.level == 1) return sweep_leaves(node, cursors, children);
  for (std::uint64_t rest = children; rest != 0; rest &= rest - 1) {
    const int child = std::countr_zero(rest);
    const auto below = static_cast<Cursors>(memory_.cursors.size());
    if (descend(node, cursors, child)) sweep(child_of(node, child), below);
    memory_.cursors.resize(below);
  }
}

void BestWalk::sweep_leaves(TreeNode node, Cursors cursors, std::uint64_t among) {
  LeafWords leaves;
  for (std::uint64_t rest = narrow(cursors, among, leaves); rest != 0; rest &= rest - 1) {
    const int child = std::countr_zero(rest);
    sweep_leaf(child_of(node, child), leaves[static_cast<std::size_t>(child)]);
  }
}

void BestWalk::sweep_leaf(TreeNode leaf, std::uint64_t members) {
  std::uint64_t sites = members & tree_.children(leaf);
  if (!area_.is_everywhere()) sites = reachable_children(leaf, sites);
  for (; sites != 0; sites &= sites - 1) memory_.gathered.push_back({.site = site_of(leaf, std::countr_zero(sites))});
  if (memory_.gathered.size() >= kMostGathered) look_at_gathered();
}

void BestWalk::look_at_gathered() {
  bound_gathered();
  std::vector<Candidate>& gathered = memory_.gathered;
  std::ranges::make_heap(gathered, {}, &Candidate::bound);
  while (!gathered.empty() && could_enter(gathered.front().bound)) {
    std::ranges::pop_heap(gathered, {}, &Candidate::bound);
    offer(gathered.back());
    gathered.pop_back();
  }
  gathered.clear();
}

void BestWalk::bound_gathered() {
  std::vector<Candidate>& gathered = memory_.gathered;
  for (std::size_t i = 0; i < gathered.size(); ++i) {
    if (i + kAhead < gathered.size()) {
      const SitePosition ahead = gathered[i + kAhead].site;
      tree_.prefetch(leaf_of(ahead), child_in_leaf(ahead));
    }
    const TreeNode leaf = leaf_of(gathered[i].site);
    const int child = child_in_leaf(gathered[i].site);
    const std::uint64_t alone = std::uint64_t{1} << child;
    tree_.least_chords_squared(leaf, from_, alone, least_);
    write_bounds(leaf, alone);
    gathered[i] = candidate(leaf, child);
  }
}

BestWalk::Candidate BestWalk::candidate(TreeNode leaf, int child) const {
  const auto lane = static_cast<std::size_t>(child);
  return {.bound = bounds_[lane], .least_chord_squared = least_[lane], .site = site_of(leaf, child)};
}

std::span<FilterSets::Cursor> BestWalk::cursors_at(Cursors first) const {
  return std::span(memory_.cursors).subspan(first, sets_.cursor_count());
}

std::uint64_t BestWalk::members(TreeNode node, Cursors cursors) {
  return tree_.children(node) & sets_.candidates(node.level, cursors_at(cursors));
}

bool BestWalk::is_to_narrow(TreeNode node) const { return node.level == 1 && sets_.may_promise_too_much(); }

std::uint64_t BestWalk::narrow(Cursors cursors, std::uint64_t among, LeafWords& leaves) {
  leaves.fill(~std::uint64_t{0});
  return sets_.narrow_leaves(cursors_at(cursors), among, leaves);
}

std::uint64_t BestWalk::reachable_children(TreeNode node, std::uint64_t among) {
  if (among == 0) return 0;
  if (node.level == 0 && std::popcount(among) <= kMeasuredSingly) {
    tree_.least_chords_squared(node, from_, among, least_);
  } else {
    tree_.least_chords_squared(node, from_, least_);
  }
  return area_.reachable(tree_, node, least_, among);
}

std::uint64_t BestWalk::allowed_children(TreeNode node, std::uint64_t among) {
  const std::uint64_t allowed = reachable_children(node, among);
  if (allowed != 0) write_bounds(node, allowed);
  return allowed;
}

void BestWalk::write_bounds(TreeNode node, std::uint64_t among) {
  question_.scoring.bounds(
      {.node = node, .least_chords_squared = least_, .most_qualities = tree_.qualities(node), .among = among}, bounds_);
}

bool BestWalk::descend(TreeNode parent, Cursors from, int child) {
  if (sets_.cursor_count() == 0) return true;
  const auto to = static_cast<Cursors>(memory_.cursors.size());
  memory_.cursors.resize(memory_.cursors.size() + sets_.cursor_count());
  if (sets_.descend(parent.level, cursors_at(from), child, cursors_at(to))) return true;
  memory_.cursors.resize(to);
  return false;
}

void BestWalk::offer(const Candidate& candidate) {
  const auto& [bound, least_chord_squared, site] = candidate;
  if (could_enter(bound) && could_enter(question_.scoring.bound_of_site(site, least_chord_squared))) offer(site);
}

void BestWalk::offer(SitePosition site) {
  const auto before = [&](const Hit& a, const Hit& b) { return stands_before(question_.index, a, b); };
  const LatLon position = question_.index.position(site);
  Hit hit{.site = site, .chord_squared = chord_squared(question_.from, to_unit_vector(position)), .score = 0};
  if (!area_.contains(position, hit.chord_squared)) return;
  hit.score = question_.scoring.score(site, hit.chord_squared);
  if (question_.after && !is_behind_cursor(hit)) return;
  if (is_full() && !before(hit, hits_.front())) return;
  const SiteCondition* condition = question_.filter.condition;
  if (condition != nullptr && !condition->holds(site)) return;
  if (is_full()) {
    std::ranges::pop_heap(hits_, before);
    hits_.pop_back();
  }
  hits_.push_back(hit);
  std::ranges::push_heap(hits_, before);
}

bool BestWalk::is_behind_cursor(const Hit& hit) const {
  const After& after = *question_.after;
  if (hit.score != after.score) return hit.score < after.score;
  if (hit.chord_squared != after.chord_squared) return hit.chord_squared > after.chord_squared;
  return question_.index.id(hit.site) > after.id;
}

}  // namespace nearme
