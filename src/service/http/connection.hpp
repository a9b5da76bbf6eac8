#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <set>
#include <utility>  // before awaitable.hpp, which uses std::exchange without it

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include "service/http/delivery.hpp"
#include "service/http/http_server.hpp"

namespace nearme {

/// What the connections of a server share. Read-only but for the flag.
struct Household {
  HttpLimits limits;
  Handler handle;
  Observer observe;
  std::atomic<bool> stopping = false;
};

/// One client's connection: reads a request, answers it, and so on until either side has enough. Belongs to one thread.
class Connection {
 public:
  Connection(boost::asio::ip::tcp::socket socket, Household& household);

  /// The whole life of the connection.
  boost::asio::awaitable<void> live();

  /// Ends it, unless an answer is under way; that one is then the last.
  void end_if_idle();

 private:
  using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
  using Failure = boost::beast::error_code;

  boost::asio::awaitable<bool> wait_for_bytes();
  Failure take_what_is_here(Parser& parser);
  boost::asio::awaitable<Failure> read(Parser& parser);
  boost::asio::awaitable<Failure> promise_to_read_on();
  boost::asio::awaitable<bool> answer(const Parser& parser);
  boost::asio::awaitable<Answer> arrival_of(std::function<void(std::function<void(Answer)>)> later);
  boost::asio::awaitable<void> refuse(Failure failure);
  boost::asio::awaitable<bool> write(std::string_view method, const Answer& answer, Persistence persistence);
  boost::asio::awaitable<void> hang_up();

  boost::beast::tcp_stream stream_;
  boost::beast::flat_buffer buffer_;
  Household& household_;
  bool answering_ = false;
};

}  // namespace nearme
