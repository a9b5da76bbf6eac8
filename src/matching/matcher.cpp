#include "matching/matcher.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "matching/candidates.hpp"
#include "matching/weights.hpp"

namespace nearme {
namespace {

/// Two records that are to be one, and how sure that is.
struct Joint {
  int score;
  std::uint32_t a;
  std::uint32_t b;
};

std::string why_of(const Comparison& comparison) {
  std::string why;
  for (const auto finding : comparison.findings) {
    if (points_of(finding) == 0) continue;
    if (!why.empty()) why += "; ";
    why += fmt::format("{} ({:+})", to_string(finding), points_of(finding));
  }
  return why;
}

/// Records that grow together into groups.
class Groups {
 public:
  Groups(const std::vector<MatchRecord>& records, const std::set<SitePair>& apart) : records_(records), apart_(apart) {
    for (std::uint32_t i = 0; i < records.size(); ++i) {
      group_of_.push_back(i);
      members_.push_back({i});
    }
  }

  /// One group of two, unless it would have two records of one source, or two that are to stay apart.
  bool join(std::uint32_t a, std::uint32_t b) {
    if (are_joined(a, b)) return true;
    if (!may_join(a, b)) return false;
    force(a, b);
    return true;
  }

  void force(std::uint32_t a, std::uint32_t b) {
    auto into = group_of_[a];
    auto from = group_of_[b];
    if (into == from) return;
    if (members_[into].size() < members_[from].size()) std::swap(into, from);
    for (const auto member : members_[from]) group_of_[member] = into;
    members_[into].insert(members_[into].end(), members_[from].begin(), members_[from].end());
    members_[from].clear();
  }

  [[nodiscard]] bool are_joined(std::uint32_t a, std::uint32_t b) const { return group_of_[a] == group_of_[b]; }
  [[nodiscard]] const std::vector<std::vector<std::uint32_t>>& all() const { return members_; }

 private:
  [[nodiscard]] bool may_join(std::uint32_t a, std::uint32_t b) const {
    for (const auto one : members_[group_of_[a]]) {
      for (const auto other : members_[group_of_[b]]) {
        if (records_[one].source == records_[other].source) return false;
        if (apart_.contains(pair_of(records_[one].id, records_[other].id))) return false;
      }
    }
    return true;
  }

  const std::vector<MatchRecord>& records_;
  const std::set<SitePair>& apart_;
  std::vector<std::uint32_t> group_of_;
  std::vector<std::vector<std::uint32_t>> members_;
};

/// One run over all records.
class Matching {
 public:
  Matching(const std::vector<MatchRecord>& records, const OperatorsWill& will) : records_(records), will_(will) {
    for (const auto& decision : will.decisions) {
      if (!decision.is_one) apart_.insert(decision.pair);
    }
    for (const auto& record : records) names_.add(record.traits, coarse_place_of(record.traits));
  }

  SiteMatches run() {
    Groups groups(records_, apart_);
    join_what_was_decided(groups);
    for (const auto& [a, b] : candidate_pairs(records_, names_)) weigh(a, b);
    std::ranges::sort(clear_, [](const Joint& x, const Joint& y) {
      return std::tuple(-x.score, x.a, x.b) < std::tuple(-y.score, y.a, y.b);
    });
    for (const auto& joint : clear_) groups.join(joint.a, joint.b);
    return {.groups = in_order_of_trust(groups), .doubts = doubts_beside(groups)};
  }

 private:
  void join_what_was_decided(Groups& groups) const {
    std::map<std::string_view, std::uint32_t> numbers;
    for (std::uint32_t i = 0; i < records_.size(); ++i) numbers.emplace(records_[i].id, i);
    for (const auto& decision : will_.decisions) {
      const auto a = numbers.find(decision.pair.a);
      const auto b = numbers.find(decision.pair.b);
      if (decision.is_one && a != numbers.end() && b != numbers.end()) groups.force(a->second, b->second);
    }
  }

  void weigh(std::uint32_t a, std::uint32_t b) {
    if (apart_.contains(pair_of(records_[a].id, records_[b].id))) return;
    const auto comparison = compare(records_[a].traits, records_[b].traits, names_);
    const auto verdict = verdict_of(comparison);
    if (verdict == Verdict::one) clear_.push_back({.score = score_of(comparison), .a = a, .b = b});
    if (verdict == Verdict::doubtful) doubtful_.push_back({.score = score_of(comparison), .a = a, .b = b});
  }

  [[nodiscard]] std::size_t place_of(const SourceId& source) const {
    return static_cast<std::size_t>(std::ranges::find(will_.trust, source) - will_.trust.begin());
  }

  [[nodiscard]] std::vector<std::vector<std::string>> in_order_of_trust(const Groups& groups) const {
    std::vector<std::vector<std::string>> ordered;
    for (auto members : groups.all()) {
      if (members.size() < 2) continue;
      std::ranges::sort(members, {}, [&](std::uint32_t i) {
        return std::tuple(place_of(records_[i].source), records_[i].source.text(), records_[i].id);
      });
      ordered.emplace_back();
      for (const auto i : members) ordered.back().push_back(records_[i].id);
    }
    std::ranges::sort(ordered);
    return ordered;
  }

  /// A pair that is clear but could not join, since a group has one record of each source, is doubtful, too.
  [[nodiscard]] std::vector<MatchDoubt> doubts_beside(const Groups& groups) const {
    std::vector<MatchDoubt> doubts;
    for (const auto* joints : {&clear_, &doubtful_}) {
      for (const auto& [score, a, b] : *joints) {
        if (groups.are_joined(a, b)) continue;
        doubts.push_back({.pair = pair_of(records_[a].id, records_[b].id),
                          .score = score,
                          .why = why_of(compare(records_[a].traits, records_[b].traits, names_))});
      }
    }
    std::ranges::sort(doubts, {}, &MatchDoubt::pair);
    return doubts;
  }

  const std::vector<MatchRecord>& records_;
  const OperatorsWill& will_;
  std::set<SitePair> apart_;
  NamesInUse names_;
  std::vector<Joint> clear_;
  std::vector<Joint> doubtful_;
};

}  // namespace

SiteMatches match(const std::vector<MatchRecord>& records, const OperatorsWill& will) {
  return Matching(records, will).run();
}

Result<bool> match_sites(SqliteMatches& store) {
  TRY(const bool are_current, store.are_current());
  if (are_current) return false;
  TRY(const bool are_several, store.are_of_several_sources());
  if (!are_several) {
    TRY_VOID(store.replace({}));
    return true;
  }
  OperatorsWill will;
  TRY(will.decisions, store.decisions());
  TRY(will.trust, store.trust());
  std::vector<MatchRecord> records;
  const auto read = store.for_each_record([&](const Site& site) -> Result<void> {
    records.push_back({.id = site.id.text(), .source = site.source, .traits = traits_of(site)});
    return {};
  });
  if (!read) return std::unexpected(read.error());
  TRY_VOID(store.replace(match(records, will)));
  return true;
}

}  // namespace nearme
