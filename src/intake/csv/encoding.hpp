#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "intake/input_file.hpp"

namespace nearme {

enum class TextEncoding : std::uint8_t { utf8, utf16_le, utf16_be, windows_1252 };

std::string_view to_string(TextEncoding encoding);  ///< "UTF-8"

/// Gathers the evidence for a text's encoding, chunk by chunk.
///
/// A byte order mark decides; without one, zero bytes at every other place mean UTF-16. Bytes that are no UTF-8 speak
/// for Windows-1252 when they would be likely there (a letter beside letters, a quote, a currency sign) and outnumber
/// what speaks for UTF-8: its own well-formed sequences, and bytes that Windows-1252 does not use or hardly. A text
/// with a few damaged cells therefore stays UTF-8, and those cells are found later.
class EncodingEvidence {
 public:
  void add(std::string_view chunk);
  [[nodiscard]] TextEncoding verdict() const;

 private:
  void weigh(std::string_view bytes);

  std::string first_bytes_;
  std::string unfinished_;  ///< the end of the last chunk, which the next may complete
  std::uint64_t for_utf8_ = 0;
  std::uint64_t for_windows_1252_ = 0;
};

/// Reads the whole file once. Errors: unreadable.
Result<TextEncoding> encoding_of(const InputFile& file);

/// A file as UTF-8 text, chunk by chunk, without its byte order mark. UTF-8 is handed on as it is, damaged or not.
class Utf8Reader {
 public:
  Utf8Reader(const InputFile& file, TextEncoding encoding);
  Utf8Reader(Utf8Reader&&) noexcept;
  ~Utf8Reader();

  /// The next text, valid until the next call; empty at the end. Errors: unreadable.
  Result<std::string_view> next();

  [[nodiscard]] std::uint64_t bytes_read() const { return chunks_.bytes_read(); }

 private:
  class Converter;

  ChunkReader chunks_;
  std::unique_ptr<Converter> converter_;  ///< null for UTF-8
  bool at_start_ = true;
};

}  // namespace nearme
