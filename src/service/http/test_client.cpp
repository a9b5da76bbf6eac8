#include "service/http/test_client.hpp"

#include <array>
#include <cstdlib>

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace nearme {
namespace {

constexpr std::chrono::seconds kPatience{10};

}  // namespace

TestClient::TestClient(std::uint16_t port) {
  const int made = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(made, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
    socket_ = made;
  } else {
    ::close(made);
  }
}

TestClient::~TestClient() {
  if (socket_ >= 0) ::close(socket_);
}

bool TestClient::send(std::string_view bytes) const {
  while (!bytes.empty()) {
    const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool TestClient::fill(std::chrono::milliseconds time) {
  pollfd waiting{.fd = socket_, .events = POLLIN, .revents = 0};
  if (::poll(&waiting, 1, static_cast<int>(time.count())) <= 0) return false;
  std::array<char, 16384> bytes{};
  const auto count = ::recv(socket_, bytes.data(), bytes.size(), 0);
  if (count <= 0) return false;
  buffer_.append(bytes.data(), static_cast<std::size_t>(count));
  return true;
}

std::string TestClient::receive(std::string_view method) {
  std::size_t head = 0;
  while ((head = buffer_.find("\r\n\r\n")) == std::string::npos) {
    if (!fill(kPatience)) return {};
  }
  const auto length = method == "HEAD" ? std::string{} : header_in(buffer_.substr(0, head + 2), "Content-Length");
  const auto size = head + 4 + std::strtoul(length.c_str(), nullptr, 10);
  while (buffer_.size() < size) {
    if (!fill(kPatience)) return {};
  }
  auto answer = buffer_.substr(0, size);
  buffer_.erase(0, size);
  return answer;
}

bool TestClient::sees_the_end_within(std::chrono::milliseconds time) {
  pollfd waiting{.fd = socket_, .events = POLLIN, .revents = 0};
  if (!buffer_.empty() || ::poll(&waiting, 1, static_cast<int>(time.count())) <= 0) return false;
  char byte = 0;
  return ::recv(socket_, &byte, 1, 0) <= 0;
}

std::string TestClient::ask(std::string_view target, std::string_view more_headers, std::string_view method) {
  send(fmt::format("{} {} HTTP/1.1\r\nHost: test\r\n{}\r\n", method, target, more_headers));
  return receive(method);
}

std::string header_in(std::string_view answer, std::string_view name) {
  const auto begin = answer.find(fmt::format("\r\n{}: ", name));
  if (begin == std::string_view::npos || begin > answer.find("\r\n\r\n")) return {};
  const auto value = begin + 2 + name.size() + 2;
  return std::string{answer.substr(value, answer.find("\r\n", value) - value)};
}

std::string body_of(std::string_view answer) {
  const auto head = answer.find("\r\n\r\n");
  return head == std::string_view::npos ? std::string{} : std::string{answer.substr(head + 4)};
}

int status_of(std::string_view answer) {
  return answer.size() < 12 ? 0 : std::atoi(std::string{answer.substr(9, 3)}.c_str());
}

}  // namespace nearme
