#pragma once

#include <initializer_list>
#include <string>
#include <utility>

#include "catalogue/catalogue.hpp"

namespace nearme {

/// The catalogue of files with these texts, named "file-0" and on. For tests.
inline Result<Catalogue> load_texts(std::initializer_list<std::string> texts) {
  std::vector<CatalogueFile> files;
  for (const auto& text : texts) files.push_back({.name = "file-" + std::to_string(files.size()), .text = text});
  return Catalogue::load(files);
}

/// The message of why these texts do not load together.
inline std::string refusal_of(std::initializer_list<std::string> texts) {
  const auto loaded = load_texts(texts);
  return loaded ? "(it was taken)" : loaded.error().message;
}

/// A sound table with one field written otherwise; the field is left out when `value` is empty.
inline std::string table_with(const std::string& heading,
                              std::initializer_list<std::pair<std::string, std::string>> sound_fields,
                              const std::pair<std::string, std::string>& changed) {
  std::string text = heading + "\n";
  for (const auto& [key, sound] : sound_fields) {
    const auto& written = key == changed.first ? changed.second : sound;
    if (!written.empty()) text += key + " = " + written + "\n";
  }
  return text;
}

}  // namespace nearme
