#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "directory/register.hpp"
#include "trust/register_mapping.hpp"
#include "trust/register_table.hpp"

namespace nearme {

/// The tables that `nearme register import` reads. csv: any, by the names of its columns or a mapping.
enum class RegisterFormat : std::uint8_t { csv, leie, nppes, cqc };
std::string_view to_string(RegisterFormat format);
Result<RegisterFormat> register_format_from(std::string_view text);

/// The format whose own headers stand in this row; csv for any other.
RegisterFormat format_of_headers(const std::vector<std::string>& names);

/// What is known of a register beforehand: its name, what people call it, its kind, jurisdiction and link. Nothing for
/// csv.
Register register_of(RegisterFormat format);

/// How rows below these headers are read. Errors: invalid_input, naming the columns that are there.
Result<EntryReader> reader_for(RegisterFormat format, const std::vector<std::string>& names,
                               const RegisterMapping& mapping);

}  // namespace nearme
