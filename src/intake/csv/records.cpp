#include "intake/csv/records.hpp"

#include <cassert>
#include <deque>
#include <new>
#include <optional>

#include <csv.h>

namespace nearme {
namespace {

constexpr std::size_t kLongestLine = std::size_t{1024} * 1024;
constexpr std::size_t kLongestRecord = std::size_t{256} * 1024;
constexpr int kMostBrokenQuotes = 100;

/// libcsv knows delimiters of one byte: a longer one is written as the ASCII unit separator for it.
constexpr char kUnitSeparator = '\x1F';

/// A line of the text with its end, and its number.
struct Line {
  std::uint64_t number = 0;
  std::string text;
};

/// Cuts text into physical lines. CRLF is one end, a lone CR or LF is one, too.
class Lines {
 public:
  Lines(NextText next_text, const Delimiter& delimiter) : next_text_(std::move(next_text)), delimiter_(delimiter) {}

  /// None at the end of the text.
  Result<std::optional<Line>> next() {
    if (!returned_.empty()) {
      auto line = std::move(returned_.front());
      returned_.pop_front();
      return line;
    }
    while (true) {
      if (auto line = cut()) return line;
      if (text_.size() - position_ > kLongestLine) {
        return fail(ErrorKind::corrupt, "line {} is longer than {} bytes; this is no table", number_ + 1, kLongestLine);
      }
      TRY(const auto more, next_text_());
      if (more.empty()) return rest();
      text_.erase(0, position_);
      position_ = 0;
      text_ += more;
    }
  }

  /// Gives lines back, to be read again before all others.
  void put_back(std::vector<Line> lines) {
    returned_.insert(returned_.begin(), std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.end()));
  }

 private:
  std::optional<Line> cut() {
    const auto end = text_.find_first_of("\r\n", position_);
    // A CR at the end of what is there may have its LF in the next piece.
    if (end == std::string::npos || (text_[end] == '\r' && end + 1 == text_.size())) return std::nullopt;
    const auto past = end + (text_[end] == '\r' && text_[end + 1] == '\n' ? 2 : 1);
    return take(past);
  }

  Result<std::optional<Line>> rest() {
    if (position_ == text_.size()) return std::nullopt;
    return take(text_.size());
  }

  Line take(std::size_t past) {
    Line line{.number = ++number_, .text = text_.substr(position_, past - position_)};
    position_ = past;
    if (delimiter_.text.size() > 1) replace_delimiter(line.text);
    return line;
  }

  void replace_delimiter(std::string& text) const {
    for (auto at = text.find(delimiter_.text); at != std::string::npos; at = text.find(delimiter_.text, at + 1)) {
      text.replace(at, delimiter_.text.size(), 1, kUnitSeparator);
    }
  }

  NextText next_text_;
  Delimiter delimiter_;
  std::string text_;
  std::size_t position_ = 0;
  std::uint64_t number_ = 0;
  std::deque<Line> returned_;
};

/// libcsv's parser, fed line by line.
class RecordParser {
 public:
  explicit RecordParser(const Delimiter& delimiter)
      : delimiter_(delimiter.text.size() == 1 ? delimiter.text[0] : kUnitSeparator) {
    begin();
  }
  RecordParser(const RecordParser&) = delete;
  RecordParser& operator=(const RecordParser&) = delete;
  ~RecordParser() { csv_free(&parser_); }

  /// Whether the text ends a record; `cells` has it then.
  bool feed(std::string_view text) {
    has_record_ = false;
    const auto fed = csv_parse(&parser_, text.data(), text.size(), on_cell, on_end, this);
    if (fed != text.size()) throw std::bad_alloc();  // libcsv fails for want of memory only
    return has_record_;
  }

  std::vector<std::string> take_cells() { return std::exchange(cells_, {}); }

  /// Forgets what was fed since the last record.
  void restart() {
    csv_free(&parser_);
    cells_.clear();
    begin();
  }

 private:
  void begin() {
    csv_init(&parser_, 0);
    csv_set_delim(&parser_, static_cast<unsigned char>(delimiter_));
  }

  static void on_cell(void* text, std::size_t size, void* self) {
    static_cast<RecordParser*>(self)->cells_.emplace_back(static_cast<const char*>(text), size);
  }
  static void on_end(int, void* self) { static_cast<RecordParser*>(self)->has_record_ = true; }

  char delimiter_;
  csv_parser parser_{};
  std::vector<std::string> cells_;
  bool has_record_ = false;
};

bool is_blank(std::string_view text) { return text.find_first_not_of(" \r\n") == std::string_view::npos; }

/// Puts lines together to records.
class RecordReader {
 public:
  RecordReader(Lines& lines, const Delimiter& delimiter, const RecordVisitor& visitor)
      : lines_(lines), parser_(delimiter), visitor_(visitor) {}

  Result<void> read_all() {
    while (true) {
      TRY(auto line, lines_.next());
      if (!line && pending_.empty()) return {};
      if (!line) {
        TRY_VOID(give_up_quote());
      } else if (!pending_.empty() || !is_blank(line->text)) {
        TRY_VOID(read_line(*std::move(line)));
      }
    }
  }

 private:
  Result<void> read_line(Line line) {
    if (!line.text.ends_with('\n') && !line.text.ends_with('\r')) line.text += '\n';
    pending_bytes_ += line.text.size();
    pending_.push_back(std::move(line));
    if (parser_.feed(pending_.back().text)) {
      const Record record{.line = pending_.front().number, .cells = parser_.take_cells()};
      forget_pending();
      return visitor_.on_record(record);
    }
    return pending_bytes_ > kLongestRecord ? give_up_quote() : Result<void>{};
  }

  /// The first pending line opened a quote that nothing closes: it is broken, and those after it are read anew.
  Result<void> give_up_quote() {
    const auto& first = pending_.front();
    if (++broken_quotes_ > kMostBrokenQuotes) {
      return fail(ErrorKind::corrupt,
                  "line {} is one of more than {} with a quote that is not closed; this is no table", first.number,
                  kMostBrokenQuotes);
    }
    visitor_.on_broken(first.number, "a quote is opened on this line and not closed", first.text);
    pending_.erase(pending_.begin());
    lines_.put_back(std::move(pending_));
    forget_pending();
    parser_.restart();
    return {};
  }

  void forget_pending() {
    pending_.clear();
    pending_bytes_ = 0;
  }

  Lines& lines_;
  RecordParser parser_;
  const RecordVisitor& visitor_;
  std::vector<Line> pending_;  ///< the lines of the record that is being read
  std::size_t pending_bytes_ = 0;
  int broken_quotes_ = 0;
};

}  // namespace

Result<void> read_records(const NextText& next_text, const Delimiter& delimiter, const RecordVisitor& visitor) {
  Lines lines(next_text, delimiter);
  return RecordReader(lines, delimiter, visitor).read_all();
}

std::vector<std::string> first_record(std::string_view text, const Delimiter& delimiter) {
  std::vector<std::string> cells;
  const auto once = [&text]() -> Result<std::string_view> { return std::exchange(text, std::string_view{}); };
  const RecordVisitor visitor{.on_record = [&](const Record& record) -> Result<void> {
                                cells = record.cells;
                                return fail(ErrorKind::conflict, "the first record is enough");
                              },
                              .on_broken = [](std::uint64_t, const std::string&, std::string_view) {}};
  static_cast<void>(read_records(once, delimiter, visitor));
  return cells;
}

}  // namespace nearme
