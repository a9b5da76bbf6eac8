#include "trust/register_finding.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "trust/name_match.hpp"

namespace nearme {
namespace {

constexpr std::string_view kNumberInLinks = "{number}";

Date day_before(Date day) { return Date{std::chrono::sys_days{day} - std::chrono::days{1}}; }

NameMatch match_of(const RegisterFinding& finding) {
  return match_names(finding.entry->subject, finding.name, finding.entry->name);
}

void contradict(Claim& claim, const RegisterFinding& finding, std::string note) {
  claim.contradicted = true;
  claim.checked_by = finding.in.name;
  claim.checked_at = finding.in.dated;
  claim.note = std::move(note);
}

/// The last day on which an entry that holds no more held for sure.
Date last_day_of(const RegisterFinding& finding) {
  const auto& entry = *finding.entry;
  auto day = day_before(entry.withdrawn.value_or(finding.in.dated));
  return entry.valid_until ? std::min(day, *entry.valid_until) : day;
}

void expire(Claim& claim, const RegisterFinding& finding) {
  if (claim.contradicted) return;  // that it has also expired says less
  const auto& entry = *finding.entry;
  claim.checked_by = finding.in.name;
  claim.checked_at = finding.in.dated;
  claim.expires_at = last_day_of(finding);
  claim.note = entry.withdrawn
                   ? fmt::format("No longer in the register on {}.", format_date(*entry.withdrawn))
                   : fmt::format("The register says: {}.", entry.status_words.empty() ? "lapsed" : entry.status_words);
}

void confirm(Claim& claim, const RegisterFinding& finding) {
  if (claim.contradicted) return;  // to be registered does not undo what an inspection has found
  claim.checked_by = finding.in.name;
  claim.checked_at = finding.in.dated;
  claim.expires_at = finding.entry->valid_until;
}

std::string similar_note(const RegisterFinding& finding, const NameMatch& match) {
  return fmt::format("{} has this number under “{}”: similar, apart from {}.", finding.in.name, finding.entry->name,
                     match.apart_from);
}

std::string barred_words(const RegisterEntry& entry) {
  return fmt::format("The register says: {}.", entry.status_words.empty() ? "barred" : entry.status_words);
}

Claim exclusion_by(const Register& list, const RegisterEntry& entry, const std::string& subject_id) {
  Claim claim;
  claim.source = SourceId("register:" + list.id.text());
  claim.subject_id = subject_id;
  claim.claim = "exclusion";
  claim.value = entry.status_words.empty() ? list.name : fmt::format("{}: {}", list.name, entry.status_words);
  claim.url = link_to(list, entry);
  return claim;
}

bool is_gone(const RegisterEntry& entry) { return entry.withdrawn || entry.status == EntryStatus::lapsed; }

}  // namespace

bool is_in_good_standing(const RegisterFinding& finding) {
  return finding.entry && finding.in.kind != RegisterKind::exclusion && !finding.entry->withdrawn &&
         finding.entry->status == EntryStatus::active && match_of(finding).likeness == Likeness::same;
}

bool is_barred(const RegisterFinding& finding) {
  return finding.entry && finding.entry->status == EntryStatus::barred && !finding.entry->withdrawn &&
         match_of(finding).likeness != Likeness::different;
}

void put_on_claim(const RegisterFinding& finding, Claim& claim) {
  if (!finding.entry) {
    claim.note = fmt::format("{} does not have this number on {}.", finding.in.name, format_date(finding.in.dated));
    return;
  }
  const auto& entry = *finding.entry;
  // What an inspection has found keeps the link to it.
  if (const auto link = link_to(finding.in, entry); !link.empty() && !claim.contradicted) claim.url = link;
  const auto match = match_of(finding);
  // Of a number that is deactivated NPPES no longer says whose it was.
  if (entry.name.empty()) return expire(claim, finding);
  if (match.likeness == Likeness::different)
    return contradict(claim, finding, fmt::format("{} has this number for “{}”.", finding.in.name, entry.name));
  if (entry.status == EntryStatus::barred && !entry.withdrawn) return contradict(claim, finding, barred_words(entry));
  if (is_gone(entry)) return expire(claim, finding);
  if (match.likeness == Likeness::same) return confirm(claim, finding);
  claim.note = similar_note(finding, match);
}

std::optional<Claim> exclusion_of(const RegisterFinding& finding, const std::string& subject_id) {
  if (!finding.entry || is_gone(*finding.entry)) return std::nullopt;
  const auto& entry = *finding.entry;
  if (entry.status != EntryStatus::barred && finding.in.kind != RegisterKind::exclusion) return std::nullopt;
  const auto match = match_of(finding);
  const bool is_list = finding.in.kind == RegisterKind::exclusion;
  // Another's number, stated by mistake or worse: a register contradicts the claim then, a list speaks of someone else.
  if (match.likeness == Likeness::different && !is_list) return std::nullopt;
  auto claim = exclusion_by(finding.in, entry, subject_id);
  if (match.likeness == Likeness::same) {
    claim.checked_by = finding.in.name;
    claim.checked_at = finding.in.dated;
  } else {
    claim.note = match.likeness == Likeness::similar
                     ? similar_note(finding, match)
                     : fmt::format("{} has this number for “{}”.", finding.in.name, entry.name);
  }
  return claim;
}

Claim possible_exclusion(const Register& list, const RegisterEntry& entry, const std::string& subject_id) {
  auto claim = exclusion_by(list, entry, subject_id);
  claim.claim = "possible-exclusion";
  claim.note = fmt::format("{} has somebody of this name in {}; it may be another person. Nothing follows from it.",
                           list.name, entry.address.city);
  return claim;
}

std::string link_to(const Register& in, const RegisterEntry& entry) {
  if (!entry.url.empty()) return entry.url;
  auto link = in.link;
  const auto place = link.find(kNumberInLinks);
  if (place != std::string::npos) link.replace(place, kNumberInLinks.size(), entry.number);
  return link;
}

}  // namespace nearme
