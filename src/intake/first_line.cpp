#include "intake/first_line.hpp"

namespace nearme {

Result<std::string> read_first_line(const NextText& next_text) {
  std::string head;
  while (head.size() < kLongestFirstLine) {
    const auto begin = head.find_first_not_of(" \t\r\n");
    if (begin != std::string::npos && head.find('\n', begin) != std::string::npos) break;
    TRY(const auto more, next_text());
    if (more.empty()) break;
    head += more;
  }
  return head;
}

}  // namespace nearme
