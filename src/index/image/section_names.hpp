#pragma once

#include <cstddef>
#include <string_view>

namespace nearme {

/// The sections of an index image, in their order (docs/image-format.md).
namespace sections {

constexpr std::string_view kRecords = "RECORDS";
constexpr std::string_view kAbout = "ABOUT";
constexpr std::string_view kWords = "WORDS";
constexpr std::string_view kNameOrder = "NAMEORD";
constexpr std::string_view kMembers = "MEMBERS";
constexpr std::string_view kBoxes = "BOXES";
constexpr std::string_view kIdOrder = "IDORDER";
constexpr std::string_view kSlugOrder = "SLUGORD";
constexpr std::string_view kOffers = "OFFERS";
constexpr std::string_view kSchedules = "SCHEDULE";
constexpr std::string_view kRatings = "RATINGS";
constexpr std::string_view kRecordStarts = "RECSTART";
constexpr std::string_view kPositions = "POSITION";
constexpr std::size_t kCount = 13;

}  // namespace sections
}  // namespace nearme
