#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "intake/intake_fixture.hpp"

namespace nearme {

/// Everything that an import says of what is wrong with its input: the error; or else the rejected rows with their
/// lines, and what was noted, but not what the input was read as. The file is called FILE, whatever it is called.
inline std::vector<std::string> sentences_of_import(const ImportRequest& request) {
  const auto path = request.file.string();
  const auto with_plain_name = [&](std::string sentence) {
    for (auto at = sentence.find(path); at != std::string::npos; at = sentence.find(path, at + 4)) {
      sentence.replace(at, path.size(), "FILE");
    }
    return sentence;
  };
  static const auto kStore = fresh_store();
  auto dry = request;
  dry.effect = Effect::dry_run;
  const auto report = import_into(*kStore, dry);
  if (!report) return {with_plain_name(report.error().message)};
  std::vector<std::string> sentences;
  for (const auto& rejection : report->rejected) {
    const auto where = rejection.line == 0 ? std::string{} : fmt::format("line {}: ", rejection.line);
    sentences.push_back(fmt::format("{}{}: {}", where, rejection.reason, rejection.value));
  }
  for (const auto& note : report->notes) {
    const bool is_of_reading = note.starts_with("read as ") || note.starts_with("columns that are not read") ||
                               note.starts_with("nothing was taken");
    if (!is_of_reading) sentences.push_back(with_plain_name(note));
  }
  return sentences;
}

/// The same for bytes as a file of a format.
inline std::vector<std::string> sentences_of_file(const std::string& bytes, const std::string& ending,
                                                  std::optional<Format> format = std::nullopt) {
  auto request = request_for(test_file(bytes, ending));
  request.format = format;
  return sentences_of_import(request);
}

}  // namespace nearme
