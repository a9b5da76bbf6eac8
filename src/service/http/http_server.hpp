#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "base/result.hpp"
#include "service/http/exchange.hpp"

namespace nearme {

/// What one connection may take of us.
struct HttpLimits {
  std::chrono::milliseconds idle{60'000};     ///< from one request to the first byte of the next
  std::chrono::milliseconds request{10'000};  ///< from the first byte of a request to its last
  std::chrono::milliseconds answer{60'000};   ///< for writing an answer
  std::uint32_t header_bytes = 16 * 1024;
  std::size_t target_bytes = 8 * 1024;
  std::uint64_t body_bytes = 1024 * 1024;
};

struct HttpOptions {
  std::string listen = "127.0.0.1";  ///< an IP address, or "localhost"
  std::uint16_t port = 8080;         ///< 0: any free one
  int threads = 0;                   ///< 0: one a core
  HttpLimits limits;
};

/// A server of HTTP/1.0 and 1.1 (RFC 9112): keep-alive, pipelining, HEAD, packed bodies, ETags.
///
/// One io_context a thread; one socket listens and deals connections out in turn. Handlers run on these threads and
/// must not wait for long. Nothing of a client is kept or logged. Stopping lets what is being answered finish, for at
/// most five seconds.
class HttpServer {
 public:
  /// Listens when it returns. Errors: invalid_input for what is no address; unreadable for a port that is in use or
  /// may not be had.
  [[nodiscard]] static Result<HttpServer> start(const HttpOptions& options, Handler handler, Observer observer);

  HttpServer(HttpServer&& other) noexcept;
  HttpServer& operator=(HttpServer&& other) noexcept;
  ~HttpServer();  ///< stops

  [[nodiscard]] std::uint16_t port() const;

  /// Returns once the server has stopped: because of SIGINT, SIGTERM or `stop` from another thread.
  void wait();

  /// From any thread but those of handlers, any number of times.
  void stop();

 private:
  struct Parts;
  explicit HttpServer(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace nearme
