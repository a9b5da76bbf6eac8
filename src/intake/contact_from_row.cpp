#include "intake/contact_from_row.hpp"

#include <algorithm>

#include "intake/row_cells.hpp"
#include "text/phone.hpp"

namespace nearme {
namespace {

bool looks_like_phone(const std::string& text) {
  constexpr int kFewestDigits = 3;
  constexpr std::size_t kLongest = 120;
  return text.size() <= kLongest &&
         std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; }) >= kFewestDigits;
}

bool looks_like_email(const std::string& text) {
  const auto at = text.find('@');
  return at != std::string::npos && at > 0 && text.find('@', at + 1) == std::string::npos && at + 1 < text.size() &&
         text.find_first_of(" <>\",;") == std::string::npos && text.size() <= kLongestLine;
}

/// Several addresses in one cell are common; the first is the one to show.
std::optional<std::string> first_web_address_of(const std::string& cell) {
  const auto entries = list_of(cell);
  return entries.empty() ? std::nullopt : web_address_of(entries.front());
}

/// A number in E.164, the first of several; what cannot be read is kept as it is.
std::string phone_of_row(const Row& row, const std::string& country, RowContext& context) {
  const auto text = checked_text(row, Column::phone, context, looks_like_phone);
  if (text.empty()) return text;
  const auto first = tidy(text.substr(0, text.find_first_of(";|")));
  if (auto number = e164_of(first, country)) return *number;
  context.notes.count("telephone numbers that could not be read, kept as they were", row.line, text);
  return text;
}

std::optional<std::string> first_email_of(const std::string& cell) {
  const auto entries = list_of(cell);
  if (entries.empty() || !looks_like_email(entries.front())) return std::nullopt;
  return entries.front();
}

}  // namespace

void read_contact(Site& site, const Row& row, RowContext& context) {
  site.phone = phone_of_row(row, site.address.country, context);
  site.email = read_cell(row, Column::email, context, first_email_of).value_or("");
  site.website = read_cell(row, Column::website, context, first_web_address_of).value_or("");
  site.booking_url = read_cell(row, Column::booking_url, context, first_web_address_of).value_or("");
}

}  // namespace nearme
