#include "intake/csv/encoding.hpp"

#include <algorithm>
#include <array>
#include <cassert>

#include <unicode/ucnv.h>
#include <unicode/utf8.h>

namespace nearme {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16LeMark = "\xFF\xFE";
constexpr std::string_view kUtf16BeMark = "\xFE\xFF";

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Whether a byte above 7F is likely at its place in a text of Windows-1252.
bool is_likely_windows_1252(std::string_view bytes, std::size_t at) {
  const auto byte = static_cast<unsigned char>(bytes[at]);
  constexpr std::array<unsigned char, 7> kHardlyUsed{0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xFE, 0xFF};
  if (std::ranges::find(kHardlyUsed, byte) != kHardlyUsed.end()) return false;
  constexpr unsigned char kFirstLetter = 0xC0;
  if (byte < kFirstLetter) return true;
  const auto is_part_of_word = [&](std::size_t i) {
    return i < bytes.size() && (is_ascii_letter(bytes[i]) || static_cast<unsigned char>(bytes[i]) >= kFirstLetter);
  };
  return (at > 0 && is_part_of_word(at - 1)) || is_part_of_word(at + 1);
}

/// The share of zero bytes at even or odd places of the first bytes; in UTF-16 of Western text one is near 1.
double share_of_zeros(std::string_view bytes, std::size_t first) {
  std::size_t zeros = 0;
  std::size_t places = 0;
  for (std::size_t i = first; i < bytes.size(); i += 2, ++places) {
    if (bytes[i] == '\0') ++zeros;
  }
  return places == 0 ? 0 : static_cast<double>(zeros) / static_cast<double>(places);
}

const char* icu_name(TextEncoding encoding) {
  switch (encoding) {
    case TextEncoding::utf8:
      return "UTF-8";
    case TextEncoding::utf16_le:
      return "UTF-16LE";
    case TextEncoding::utf16_be:
      return "UTF-16BE";
    case TextEncoding::windows_1252:
      return "windows-1252";
  }
  return "UTF-8";
}

}  // namespace

std::string_view to_string(TextEncoding encoding) {
  constexpr std::array<std::string_view, 4> kNames{"UTF-8", "UTF-16 (little-endian)", "UTF-16 (big-endian)",
                                                   "Windows-1252"};
  return kNames[static_cast<std::size_t>(encoding)];
}

void EncodingEvidence::add(std::string_view chunk) {
  constexpr std::size_t kFirstBytes = 1024;
  if (first_bytes_.size() < kFirstBytes) first_bytes_ += chunk.substr(0, kFirstBytes - first_bytes_.size());
  const auto bytes = unfinished_ + std::string(chunk);
  // A sequence of UTF-8 has at most four bytes: what may be the start of one waits for the next chunk.
  constexpr std::size_t kLongestSequence = 4;
  const auto kept = std::min(bytes.size(), kLongestSequence - 1);
  auto end = bytes.size() - kept;
  while (end > 0 && U8_IS_TRAIL(bytes[end])) --end;
  weigh(std::string_view(bytes).substr(0, end));
  unfinished_ = bytes.substr(end);
}

void EncodingEvidence::weigh(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size();) {
    if (static_cast<unsigned char>(bytes[i]) < 0x80) {
      ++i;
      continue;
    }
    const auto begin = i;
    UChar32 code_point = 0;
    U8_NEXT(bytes.data(), i, bytes.size(), code_point);
    if (code_point < 0) i = begin + 1;
    const bool is_windows = code_point < 0 && is_likely_windows_1252(bytes, begin);
    ++(is_windows ? for_windows_1252_ : for_utf8_);
  }
}

TextEncoding EncodingEvidence::verdict() const {
  if (first_bytes_.starts_with(kUtf8Mark)) return TextEncoding::utf8;
  if (first_bytes_.starts_with(kUtf16LeMark)) return TextEncoding::utf16_le;
  if (first_bytes_.starts_with(kUtf16BeMark)) return TextEncoding::utf16_be;
  constexpr double kMostly = 0.6;
  if (share_of_zeros(first_bytes_, 1) > kMostly) return TextEncoding::utf16_le;
  if (share_of_zeros(first_bytes_, 0) > kMostly) return TextEncoding::utf16_be;
  auto last = *this;
  last.weigh(unfinished_);
  return last.for_windows_1252_ > last.for_utf8_ ? TextEncoding::windows_1252 : TextEncoding::utf8;
}

Result<TextEncoding> encoding_of(const InputFile& file) {
  EncodingEvidence evidence;
  ChunkReader chunks(file);
  while (true) {
    TRY(const auto chunk, chunks.next());
    if (chunk.empty()) return evidence.verdict();
    evidence.add(chunk);
  }
}

/// ICU's converter to UTF-8, fed in chunks. What it cannot convert becomes U+FFFD.
class Utf8Reader::Converter {
 public:
  explicit Converter(TextEncoding encoding) {
    UErrorCode status = U_ZERO_ERROR;
    from_ = ucnv_open(icu_name(encoding), &status);
    to_ = ucnv_open("UTF-8", &status);
    assert(U_SUCCESS(status));  // both are built into ICU
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  ~Converter() {
    ucnv_close(from_);
    ucnv_close(to_);
  }

  std::string_view convert(std::string_view bytes) {
    text_.clear();
    const char* source = bytes.data();
    const bool is_last = bytes.empty();
    UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
    while (status == U_BUFFER_OVERFLOW_ERROR) {
      status = U_ZERO_ERROR;
      char* target = buffer_.data();
      ucnv_convertEx(to_, from_, &target, buffer_.data() + buffer_.size(), &source, bytes.data() + bytes.size(),
                     pivot_.data(), &pivot_source_, &pivot_target_, pivot_.data() + pivot_.size(), is_first_, is_last,
                     &status);
      is_first_ = false;
      text_.append(buffer_.data(), target);
    }
    return text_;
  }

 private:
  static constexpr std::size_t kBufferSize = std::size_t{32} * 1024;

  UConverter* from_ = nullptr;
  UConverter* to_ = nullptr;
  std::array<char, kBufferSize> buffer_{};
  std::array<UChar, kBufferSize> pivot_{};
  UChar* pivot_source_ = pivot_.data();
  UChar* pivot_target_ = pivot_.data();
  UBool is_first_ = true;
  std::string text_;
};

Utf8Reader::Utf8Reader(const InputFile& file, TextEncoding encoding)
    : chunks_(file), converter_(encoding == TextEncoding::utf8 ? nullptr : std::make_unique<Converter>(encoding)) {}

Utf8Reader::Utf8Reader(Utf8Reader&&) noexcept = default;
Utf8Reader::~Utf8Reader() = default;

Result<std::string_view> Utf8Reader::next() {
  // A chunk may convert to nothing: half a character, or the byte order mark alone. An empty one is the end.
  while (true) {
    TRY(const auto bytes, chunks_.next());
    auto text = converter_ ? converter_->convert(bytes) : bytes;
    if (at_start_ && text.starts_with(kUtf8Mark)) text.remove_prefix(kUtf8Mark.size());
    if (!text.empty()) at_start_ = false;
    if (!text.empty() || bytes.empty()) return text;
  }
}

}  // namespace nearme
