#include "intake/notes.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unicode/utf8.h>

namespace nearme {
namespace {

constexpr std::size_t kExamples = 3;
constexpr std::size_t kExampleBytes = 60;

template <class Value>
void add_example(std::vector<Value>& examples, Value value) {
  if (examples.size() < kExamples && std::ranges::find(examples, value) == examples.end()) {
    examples.push_back(std::move(value));
  }
}

std::string where(const std::vector<std::uint64_t>& lines, std::uint64_t times) {
  // Where every case is on the same line, as in a file of one line, the line tells nothing.
  if (lines.empty() || (lines.size() == 1 && times > 1)) return {};
  return fmt::format(" (line{} {}{})", times == 1 ? "" : "s", fmt::join(lines, ", "),
                     times > lines.size() ? ", ..." : "");
}

std::string such_as(const std::vector<std::string>& examples) {
  if (examples.empty()) return {};
  return fmt::format(", such as '{}'", fmt::join(examples, "', '"));
}

/// The code point at `i` as well-formed UTF-8, and `i` past it. Line ends and other controls are spaces.
std::string next_printable(std::string_view text, std::size_t& i) {
  const auto begin = i;
  UChar32 code_point = 0;
  U8_NEXT(text.data(), i, text.size(), code_point);
  if (code_point < 0) return "\xEF\xBF\xBD";
  if (code_point < ' ' || code_point == 0x7F) return " ";
  return std::string(text.substr(begin, i - begin));
}

}  // namespace

void Notes::say(std::string sentence) {
  if (std::ranges::find(said_, sentence) == said_.end()) said_.push_back(std::move(sentence));
}

void Notes::count(std::string_view what, std::uint64_t line, std::string_view example) {
  auto found = tally_by_what_.find(what);
  if (found == tally_by_what_.end()) {
    found = tally_by_what_.emplace(std::string(what), tallies_.size()).first;
    tallies_.push_back({.rule = std::string(what), .count = 0, .lines = {}, .examples = {}});
  }
  auto& tally = tallies_[found->second];
  ++tally.count;
  if (line != 0) add_example(tally.lines, line);
  if (!example.empty() && tally.examples.size() < kExamples)
    add_example(tally.examples, excerpt(example, kExampleBytes));
}

void Notes::add(const Notes& others) {
  for (const auto& sentence : others.said_) say(sentence);
  for (const auto& finding : others.tallies_) {
    const auto [found, is_new] = tally_by_what_.emplace(finding.rule, tallies_.size());
    if (is_new) {
      tallies_.push_back(finding);
      continue;
    }
    auto& tally = tallies_[found->second];
    tally.count += finding.count;
    for (const auto line : finding.lines) add_example(tally.lines, line);
    for (const auto& example : finding.examples) add_example(tally.examples, example);
  }
}

std::vector<std::string> Notes::sentences() const {
  auto sentences = said_;
  for (const auto& tally : tallies_) {
    sentences.push_back(
        fmt::format("{}: {}{}{}", tally.rule, tally.count, where(tally.lines, tally.count), such_as(tally.examples)));
  }
  return sentences;
}

std::string excerpt(std::string_view text, std::size_t bytes) {
  std::string shown;
  for (std::size_t i = 0; i < text.size();) {
    const auto next = next_printable(text, i);
    if (shown.size() + next.size() > bytes) return shown + "...";
    shown += next;
  }
  return shown;
}

}  // namespace nearme
