#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace nearme {

/// A client for tests that sends exactly the bytes it is told to, over a plain socket on 127.0.0.1.
class TestClient {
 public:
  explicit TestClient(std::uint16_t port);
  TestClient(const TestClient&) = delete;
  TestClient& operator=(const TestClient&) = delete;
  ~TestClient();

  [[nodiscard]] bool connected() const { return socket_ >= 0; }

  bool send(std::string_view bytes) const;

  /// The next answer, with its head and its body (as long as Content-Length says; none for `HEAD`). Empty when the
  /// server closed, or said nothing for ten seconds.
  std::string receive(std::string_view method = "GET");

  /// Whether the server closes within a time, sending nothing more.
  bool sees_the_end_within(std::chrono::milliseconds time);

  /// Sends a request with the headers that it needs, and gives the answer.
  std::string ask(std::string_view target, std::string_view more_headers = "", std::string_view method = "GET");

 private:
  bool fill(std::chrono::milliseconds time);

  int socket_ = -1;
  std::string buffer_;
};

/// The value of a header in an answer; empty when it is not there.
std::string header_in(std::string_view answer, std::string_view name);
/// The part after the empty line.
std::string body_of(std::string_view answer);
/// 200 of "HTTP/1.1 200 OK".
int status_of(std::string_view answer);

}  // namespace nearme
