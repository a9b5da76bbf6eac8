#include "intake/ods/spreadsheet.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <memory>

#include <expat.h>
#include <fmt/ranges.h>

namespace nearme {
namespace {

constexpr std::size_t kMostCells = 4096;
constexpr std::size_t kLongestCell = std::size_t{256} * 1024;

/// An attribute by its name with prefix; producers all write the usual prefixes. Null when it is not there.
const char* attribute(const char** attributes, const char* name) {
  for (; *attributes != nullptr; attributes += 2) {
    if (std::strcmp(*attributes, name) == 0) return attributes[1];
  }
  return nullptr;
}

std::size_t count_of(const char** attributes, const char* name) {
  const char* text = attribute(attributes, name);
  std::size_t count = 1;
  if (text != nullptr) std::from_chars(text, text + std::strlen(text), count);
  return std::max<std::size_t>(count, 1);
}

/// Builds rows out of the events of the XML parser.
class SheetReader {
 public:
  SheetReader(const WantsSheet& wants, std::function<Result<void>(const Record&)> on_record)
      : wants_(wants), on_record_(std::move(on_record)) {}

  void start(std::string_view element, const char** attributes) {
    if (element == "table:table") start_sheet(attributes);
    if (!in_sheet_) return;
    if (element == "table:table-row") start_row(attributes);
    if (element == "table:table-cell" || element == "table:covered-table-cell") start_cell(attributes);
    if (element == "text:p") start_text();
    if (element == "text:s") text_.append(std::min<std::size_t>(count_of(attributes, "text:c"), 1000), ' ');
    if (element == "office:annotation") ++in_annotation_;
  }

  void end(std::string_view element) {
    if (!in_sheet_) return;
    if (element == "office:annotation" && in_annotation_ > 0) --in_annotation_;
    if (element == "table:table-cell" || element == "table:covered-table-cell") end_cell();
    if (element == "text:p") in_text_ = false;
    if (element == "table:table-row") end_row();
    if (element == "table:table") end_sheet();
  }

  void text(std::string_view characters) {
    if (in_text_ && in_annotation_ == 0 && text_.size() < kLongestCell) text_ += characters;
  }

  [[nodiscard]] bool is_done() const { return done_ || !result_; }

  [[nodiscard]] Result<void> result() const {
    if (!result_ || done_) return result_;
    if (sheets_.empty()) return fail(ErrorKind::invalid_input, "this spreadsheet has no sheets");
    return fail(ErrorKind::invalid_input, "none of the sheets of this spreadsheet has the table; there are {}",
                fmt::join(sheets_, ", "));
  }

 private:
  void start_sheet(const char** attributes) {
    const char* name = attribute(attributes, "table:name");
    sheets_.emplace_back(name == nullptr ? "" : name);
    in_sheet_ = !wants_ || wants_(sheets_.back());
    row_ = 0;
    rows_brought_ = 0;
  }

  void end_sheet() {
    in_sheet_ = false;
    done_ = rows_brought_ > 0;
  }

  void start_row(const char** attributes) {
    first_row_ = row_ + 1;
    row_ += count_of(attributes, "table:number-rows-repeated");
    cells_.clear();
  }

  void start_cell(const char** attributes) {
    repeated_ = count_of(attributes, "table:number-columns-repeated");
    text_.clear();
    has_text_ = false;
    const char* type = attribute(attributes, "office:value-type");
    const char* value = attribute(attributes, "office:value");
    const char* date = attribute(attributes, "office:date-value");
    stored_ = type != nullptr && value != nullptr && std::strcmp(type, "string") != 0 ? value : "";
    if (date != nullptr) stored_ = date;
  }

  void start_text() {
    if (in_annotation_ > 0) return;
    if (has_text_) text_ += '\n';
    has_text_ = in_text_ = true;
  }

  void end_cell() {
    const auto cell = stored_.empty() ? text_ : stored_;
    if (cell.empty()) {
      empty_cells_ += repeated_;
      return;
    }
    // Empty cells are written out only when something follows them: rows end in thousands of them.
    cells_.resize(std::min(cells_.size() + std::exchange(empty_cells_, 0), kMostCells));
    for (std::size_t i = 0; i < repeated_ && cells_.size() < kMostCells; ++i) cells_.push_back(cell);
  }

  void end_row() {
    empty_cells_ = 0;
    if (cells_.empty() || !result_) return;
    ++rows_brought_;
    result_ = on_record_(Record{.line = first_row_, .cells = std::move(cells_)});
    cells_.clear();
  }

  const WantsSheet& wants_;
  std::function<Result<void>(const Record&)> on_record_;
  Result<void> result_;
  std::vector<std::string> sheets_;
  bool in_sheet_ = false;
  bool in_text_ = false;
  bool has_text_ = false;
  bool done_ = false;
  int in_annotation_ = 0;
  std::uint64_t row_ = 0;
  std::uint64_t first_row_ = 0;
  std::uint64_t rows_brought_ = 0;
  std::size_t repeated_ = 1;
  std::size_t empty_cells_ = 0;
  std::string stored_;
  std::string text_;
  std::vector<std::string> cells_;
};

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser>;

Parser make_parser(SheetReader& reader) {
  Parser parser(XML_ParserCreate(nullptr));
  XML_SetUserData(parser.get(), &reader);
  XML_SetElementHandler(
      parser.get(),
      [](void* self, const char* name, const char** attributes) {
        static_cast<SheetReader*>(self)->start(name, attributes);
      },
      [](void* self, const char* name) { static_cast<SheetReader*>(self)->end(name); });
  XML_SetCharacterDataHandler(parser.get(), [](void* self, const char* text, int size) {
    static_cast<SheetReader*>(self)->text({text, static_cast<std::size_t>(size)});
  });
  return parser;
}

}  // namespace

bool is_spreadsheet(const InputFile& file) {
  return file.packing() == Packing::zip && file.inner_name() == "content.xml";
}

Result<void> read_spreadsheet(const InputFile& file, const WantsSheet& wants,
                              const std::function<Result<void>(const Record&, std::uint64_t)>& on_record) {
  TRY(const auto source, file.bytes());
  SheetReader reader(wants, [&](const Record& record) { return on_record(record, source->bytes_read()); });
  const auto parser = make_parser(reader);
  while (!reader.is_done()) {
    TRY(const auto bytes, source->next());
    const auto status =
        XML_Parse(parser.get(), bytes.data(), static_cast<int>(bytes.size()), bytes.empty() ? XML_TRUE : XML_FALSE);
    if (status == XML_STATUS_ERROR && !reader.is_done()) {
      return fail(ErrorKind::corrupt, "the spreadsheet {} is damaged: line {} of its content is not XML: {}",
                  file.name(), XML_GetCurrentLineNumber(parser.get()), XML_ErrorString(XML_GetErrorCode(parser.get())));
    }
    if (bytes.empty()) break;
  }
  return reader.result();
}

}  // namespace nearme
