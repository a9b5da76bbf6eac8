#include "gazetteer/compile/places.hpp"

#include <charconv>
#include <unordered_map>
#include <utility>

namespace nearme {
namespace {

using Fields = std::vector<std::string_view>;

Fields split(std::string_view text, char separator) {
  Fields fields;
  for (std::size_t begin = 0;;) {
    const auto end = text.find(separator, begin);
    fields.push_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return fields;
    begin = end + 1;
  }
}

std::vector<std::string> read_list(std::string_view field) {
  std::vector<std::string> values;
  for (const auto value : split(field, '|')) {
    if (!value.empty()) values.emplace_back(value);
  }
  return values;
}

template <class Number>
Result<Number> read_number(std::string_view field) {
  Number number{};
  const auto [end, failure] = std::from_chars(field.data(), field.data() + field.size(), number);
  if (failure != std::errc{} || end != field.data() + field.size()) {
    return fail(ErrorKind::invalid_input, "'{}' is not a number", field);
  }
  return number;
}

Result<NamedArea::Kind> read_kind(std::string_view field) {
  if (field == "country") return NamedArea::Kind::country;
  if (field == "region") return NamedArea::Kind::region;
  if (field == "district") return NamedArea::Kind::district;
  return fail(ErrorKind::invalid_input, "'{}' is not country, region or district", field);
}

/// Collects areas and places line by line, and remembers the numbers of the areas by their keys.
class Reader {
 public:
  Result<void> read_line(std::string_view line) {
    const auto fields = split(line, '\t');
    if (fields.front() == "area") return read_area(fields);
    if (fields.front() == "place") return read_place(fields);
    return fail(ErrorKind::invalid_input, "a line begins with area or place, not with '{}'", fields.front());
  }

  Places take() { return std::move(places_); }

 private:
  Result<void> read_area(const Fields& fields) {
    TRY_VOID(check_count(fields, 6));
    TRY(const auto kind, read_kind(fields[3]));
    NamedArea area{.key = std::string(fields[1]),
                   .parent = {},
                   .kind = kind,
                   .name = std::string(fields[4]),
                   .other_names = read_list(fields[5])};
    if ((kind == NamedArea::Kind::country) != fields[2].empty()) {
      return fail(ErrorKind::invalid_input, "a country has no parent, and every other area has one");
    }
    if (!fields[2].empty()) {
      TRY(area.parent, area_number(fields[2]));
    }
    if (!numbers_.emplace(area.key, places_.areas.size()).second) {
      return fail(ErrorKind::invalid_input, "the area '{}' is there twice", area.key);
    }
    places_.areas.push_back(std::move(area));
    return {};
  }

  Result<void> read_place(const Fields& fields) {
    TRY_VOID(check_count(fields, 9));
    TRY(const auto area, area_number(fields[4]));
    TRY(const auto population, read_number<std::uint32_t>(fields[5]));
    TRY(const auto lat, read_number<double>(fields[6]));
    TRY(const auto lon, read_number<double>(fields[7]));
    TRY(const auto position, LatLon::make({.lat = lat, .lon = lon}));
    places_.places.push_back({.name = std::string(fields[2]),
                              .other_names = read_list(fields[3]),
                              .area = area,
                              .population = population,
                              .position = position,
                              .time_zone = std::string(fields[8])});
    return {};
  }

  [[nodiscard]] Result<std::size_t> area_number(std::string_view key) const {
    const auto found = numbers_.find(std::string(key));
    if (found == numbers_.end()) return fail(ErrorKind::invalid_input, "no line before has the area '{}'", key);
    return found->second;
  }

  static Result<void> check_count(const Fields& fields, std::size_t count) {
    if (fields.size() == count) return {};
    return fail(ErrorKind::invalid_input, "the line has {} fields and should have {}", fields.size(), count);
  }

  Places places_;
  std::unordered_map<std::string, std::size_t> numbers_;
};

}  // namespace

Result<Places> read_places(std::string_view tsv) {
  Reader reader;
  std::size_t number = 0;
  while (!tsv.empty()) {
    ++number;
    const auto line = tsv.substr(0, tsv.find('\n'));
    tsv.remove_prefix(std::min(tsv.size(), line.size() + 1));
    if (line.empty()) continue;
    if (auto read = reader.read_line(line); !read) {
      return fail(ErrorKind::invalid_input, "line {}: {}", number, read.error().message);
    }
  }
  return reader.take();
}

}  // namespace nearme
