#include "index/walk/best_walk.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace nearme {
namespace {

/// A sweep looks at all matches; a best-first walk at more and more of them, at several times the cost each. Sweeping
/// wins where there are only a few times as many matches as results, out of sets that are small themselves.
constexpr std::uint64_t kMostSwept = 20'000;

constexpr std::size_t kReservedHits = 128;

}  // namespace

BestWalk::BestWalk(const BestQuestion& question)
    : question_(question),
      tree_(question.index.boxes()),
      sets_(question.filter),
      area_(question.from, question.filter),
      memory_([]() -> Memory& {
        static thread_local Memory memory;
        return memory;
      }()) {
  memory_.heap.clear();
  memory_.cursors.resize(sets_.cursor_count());
  hits_.reserve(std::min(question.limit, kReservedHits));
}

std::vector<Hit> BestWalk::run() {
  const Waiting root{.bound = 0, .node = tree_.root(), .cursors = 0};
  sets_.start(cursors_of(root));
  if (is_worth_a_sweep()) {
    sweep(root);
  } else {
    walk_best_first(root);
  }
  std::ranges::sort(hits_, [&](const Hit& a, const Hit& b) { return stands_before(question_.index, a, b); });
  return std::move(hits_);
}

void BestWalk::walk_best_first(Waiting next) {
  const auto lower = [](const Waiting& a, const Waiting& b) { return a.bound < b.bound; };
  for (;;) {
    if (next.node.level == 0) {
      look_at_sites(next);
    } else {
      push_children(next);
    }
    if (memory_.heap.empty() || !could_enter(memory_.heap.front().bound)) return;
    std::ranges::pop_heap(memory_.heap, lower);
    next = memory_.heap.back();
    memory_.heap.pop_back();
  }
}

bool BestWalk::is_worth_a_sweep() const {
  const double most = question_.scoring.matches_worth_a_sweep() * static_cast<double>(question_.limit);
  if (std::isinf(most)) return true;
  return area_.is_everywhere() && sets_.expected_matches(tree_.size()) <= most &&
         sets_.most_matches(tree_.size()) <= kMostSwept;
}

void BestWalk::sweep(const Waiting& waiting) {
  if (waiting.node.level == 0) return look_at_sites(waiting);
  for (std::uint64_t rest = allowed_children(waiting); rest != 0; rest &= rest - 1) {
    if (const auto below = descend(waiting, std::countr_zero(rest), 0)) {
      sweep(*below);
      memory_.cursors.resize(below->cursors);
    }
  }
}

std::span<FilterSets::Cursor> BestWalk::cursors_of(const Waiting& waiting) const {
  return std::span(memory_.cursors).subspan(waiting.cursors, sets_.cursor_count());
}

std::uint64_t BestWalk::allowed_children(const Waiting& waiting) {
  const std::uint64_t members =
      tree_.children(waiting.node) & sets_.candidates(waiting.node.level, cursors_of(waiting));
  if (members == 0) return 0;
  tree_.least_chords_squared(waiting.node, question_.from, least_);
  return area_.reachable(tree_, waiting.node, least_, members);
}

void BestWalk::push_children(const Waiting& parent) {
  const auto qualities = tree_.qualities(parent.node);
  for (std::uint64_t rest = allowed_children(parent); rest != 0; rest &= rest - 1) {
    const int child = std::countr_zero(rest);
    const auto lane = static_cast<std::size_t>(child);
    const double bound = question_.scoring.bound(least_[lane], qualities[lane]);
    if (could_enter(bound)) push(parent, child, bound);
  }
}

void BestWalk::push(const Waiting& parent, int child, double bound) {
  const auto waiting = descend(parent, child, bound);
  if (!waiting) return;
  memory_.heap.push_back(*waiting);
  std::ranges::push_heap(memory_.heap, [](const Waiting& a, const Waiting& b) { return a.bound < b.bound; });
}

std::optional<BestWalk::Waiting> BestWalk::descend(const Waiting& parent, int child, double bound) {
  const int level = parent.node.level - 1;
  const Waiting waiting{.bound = bound,
                        .node = {.level = level, .number = parent.node.number * 64 + static_cast<std::uint32_t>(child)},
                        .cursors = static_cast<std::uint32_t>(memory_.cursors.size())};
  if (sets_.cursor_count() == 0) return waiting;
  memory_.cursors.resize(memory_.cursors.size() + sets_.cursor_count());
  bool is_hopeful = sets_.descend(parent.node.level, cursors_of(parent), child, cursors_of(waiting));
  // What each set promises alone, they often do not hold together; at the leaves a look costs less than a wait.
  if (is_hopeful && level == 0 && sets_.may_promise_too_much())
    is_hopeful = sets_.candidates(0, cursors_of(waiting)) != 0;
  if (is_hopeful) return waiting;
  memory_.cursors.resize(waiting.cursors);
  return std::nullopt;
}

void BestWalk::look_at_sites(const Waiting& leaf) {
  const auto qualities = tree_.qualities(leaf.node);
  std::array<Prospect, 64> prospects;
  std::size_t count = 0;
  for (std::uint64_t rest = allowed_children(leaf); rest != 0; rest &= rest - 1) {
    const int child = std::countr_zero(rest);
    const auto lane = static_cast<std::size_t>(child);
    const SitePosition site{leaf.node.number * 64 + static_cast<std::uint32_t>(child)};
    const double bound = question_.scoring.bound_of_site(site, least_[lane], qualities[lane]);
    if (could_enter(bound)) prospects[count++] = {.bound = bound, .child = child};
  }
  // Best first, so that most of the others need no exact look.
  const auto worth_a_look = std::span(prospects).first(count);
  std::ranges::sort(worth_a_look, std::ranges::greater{}, &Prospect::bound);
  for (const Prospect& prospect : worth_a_look) {
    if (!could_enter(prospect.bound)) break;
    offer(SitePosition{leaf.node.number * 64 + static_cast<std::uint32_t>(prospect.child)});
  }
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
