#include "service/http/connection.hpp"

#include <array>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/buffers_suffix.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/core/demangle.hpp>
#include <spdlog/spdlog.h>

#include "service/http/problem.hpp"
#include "service/http/url.hpp"

namespace nearme {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using boost::beast::error_code;
using boost::beast::string_view;

constexpr std::size_t kBufferBytes = 64 * 1024;
constexpr std::chrono::seconds kHangUpTime{1};

using Fields = http::request<http::string_body>;

std::string field(const Fields& fields, http::field name) { return std::string{fields[name]}; }

/// What a parser's failure says to the client; 0 when the client is gone and there is nobody to tell.
int status_of(error_code failure) {
  if (failure == http::error::header_limit || failure == http::error::buffer_overflow) return 431;
  if (failure == http::error::body_limit) return 413;
  if (failure == boost::beast::error::timeout) return 408;
  if (failure == http::error::end_of_stream || failure == http::error::partial_message) return 0;
  return failure.category() == http::make_error_code(http::error::bad_version).category() ? 400 : 0;
}

std::string_view detail_of(int status) {
  switch (status) {
    case 408:
      return "The request did not arrive in time.";
    case 413:
      return "The body of the request is too large.";
    case 431:
      return "The headers of the request are too large.";
    default:
      return "This is not a request of HTTP/1.1.";
  }
}

/// What Beast lets pass, but we do not take.
std::optional<Routed> refusal_of(const Fields& fields, const HttpLimits& limits) {
  if (fields.target().size() > limits.target_bytes) {
    return Routed{problem_of_status(414, "The address is longer than 8 KB.")};
  }
  if (fields.version() >= 11 && fields.count(http::field::host) != 1) {
    return Routed{problem_of_status(400, "A request of HTTP/1.1 has exactly one Host header.")};
  }
  return std::nullopt;
}

Result<Request> request_of(const Fields& fields) {
  TRY(auto target, parse_target(std::string_view{fields.target().data(), fields.target().size()}));
  return Request{.method = std::string{fields.method_string()},
                 .path = std::move(target.path),
                 .segments = std::move(target.segments),
                 .parameters = std::move(target.parameters),
                 .accept = field(fields, http::field::accept),
                 .accept_encoding = field(fields, http::field::accept_encoding),
                 .accept_language = field(fields, http::field::accept_language),
                 .if_none_match = field(fields, http::field::if_none_match),
                 .range = field(fields, http::field::range),
                 .host = field(fields, http::field::host),
                 .origin = field(fields, http::field::origin),
                 .authorization = field(fields, http::field::authorization),
                 .body = fields.body()};
}

/// The one place where exceptions end. What they say could quote the question, so only their type is logged.
Routed handle_safely(const Handler& handle, const Request& request) {
  try {
    auto routed = handle(request);
    if (!routed.answer.later) routed.answer = prepare(request, std::move(routed.answer));
    return routed;
  } catch (const std::exception& exception) {
    spdlog::error("a request ended with {}", boost::core::demangle(typeid(exception).name()));
    return {problem_of_status(500, "Something is wrong on the server; its log says what.")};
  }
}

Routed respond(const Fields& fields, const Result<Request>& request, const Household& household) {
  if (auto refused = refusal_of(fields, household.limits)) return *std::move(refused);
  if (!request) return {problem_of(request.error())};
  return handle_safely(household.handle, *request);
}

/// An answer on its way from another thread.
struct Arrival {
  explicit Arrival(const asio::any_io_executor& executor) : bell(executor, asio::steady_timer::time_point::max()) {}

  std::optional<Answer> answer;
  asio::steady_timer bell;  ///< stopped when the answer is there
};

}  // namespace

Connection::Connection(asio::ip::tcp::socket socket, Household& household)
    : stream_(std::move(socket)), buffer_(kBufferBytes), household_(household) {
  error_code failure;
  stream_.socket().non_blocking(true, failure);
}

asio::awaitable<void> Connection::live() {
  while (!household_.stopping && co_await wait_for_bytes()) {
    Parser parser;
    const auto failure = co_await read(parser);
    if (failure) {
      co_await refuse(failure);
      break;
    }
    if (!co_await answer(parser)) break;
  }
  co_await hang_up();
}

void Connection::end_if_idle() {
  if (!answering_) stream_.cancel();
}

asio::awaitable<bool> Connection::wait_for_bytes() {
  if (buffer_.size() > 0) {  // pipelined: others of this thread have their turn first
    co_await asio::post(stream_.get_executor(), asio::use_awaitable);
    co_return true;
  }
  error_code failure;
  stream_.expires_after(household_.limits.idle);
  const auto count =
      co_await stream_.async_read_some(buffer_.prepare(4096), asio::redirect_error(asio::use_awaitable, failure));
  buffer_.commit(count);
  co_return !failure;
}

/// Takes what has come already. A request without a body, which nearly every one is, is whole by then, and needs no
/// second turn of the loop.
Connection::Failure Connection::take_what_is_here(Parser& parser) {
  error_code failure;
  parser.eager(false);
  buffer_.consume(parser.put(buffer_.data(), failure));
  return failure == http::error::need_more ? error_code{} : failure;
}

asio::awaitable<Connection::Failure> Connection::read(Parser& parser) {
  parser.header_limit(household_.limits.header_bytes);
  parser.body_limit(household_.limits.body_bytes);
  auto failure = take_what_is_here(parser);
  if (failure || parser.is_done()) co_return failure;
  stream_.expires_after(household_.limits.request);
  if (!parser.is_header_done()) {
    co_await http::async_read_header(stream_, buffer_, parser, asio::redirect_error(asio::use_awaitable, failure));
    if (failure || parser.is_done()) co_return failure;
  }
  if (parser.get()[http::field::expect] == "100-continue") {
    failure = co_await promise_to_read_on();
    if (failure) co_return failure;
  }
  co_await http::async_read(stream_, buffer_, parser, asio::redirect_error(asio::use_awaitable, failure));
  co_return failure;
}

asio::awaitable<Connection::Failure> Connection::promise_to_read_on() {
  constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
  error_code failure;
  co_await asio::async_write(stream_, asio::buffer(kContinue), asio::redirect_error(asio::use_awaitable, failure));
  co_return failure;
}

asio::awaitable<bool> Connection::answer(const Parser& parser) {
  const auto begin = std::chrono::steady_clock::now();
  const auto& fields = parser.get();
  answering_ = true;
  const auto request = request_of(fields);
  auto routed = respond(fields, request, household_);
  if (routed.answer.later) routed.answer = prepare(*request, co_await arrival_of(std::move(routed.answer.later)));
  const bool closes = household_.stopping || !fields.keep_alive();
  const auto open = fields.version() < 11 ? Persistence::open_said : Persistence::open;
  const std::string method{fields.method_string()};
  const bool written = co_await write(method, routed.answer, closes ? Persistence::closing : open);
  answering_ = false;
  household_.observe({.method = method,
                      .route = routed.route,
                      .status = routed.answer.status,
                      .bytes = routed.answer.bytes().size(),
                      .took = std::chrono::steady_clock::now() - begin});
  co_return written && !closes;
}

asio::awaitable<Answer> Connection::arrival_of(std::function<void(std::function<void(Answer)>)> later) {
  const auto executor = stream_.get_executor();
  const auto arrival = std::make_shared<Arrival>(executor);
  later([arrival, executor](Answer answer) {
    asio::post(executor, [arrival, answer = std::move(answer)]() mutable {
      arrival->answer = std::move(answer);
      arrival->bell.cancel();
    });
  });
  error_code woken;
  while (!arrival->answer) co_await arrival->bell.async_wait(asio::redirect_error(asio::use_awaitable, woken));
  co_return *std::move(arrival->answer);
}

asio::awaitable<void> Connection::refuse(Failure failure) {
  const int status = status_of(failure);
  if (status == 0) co_return;
  const auto answer = problem_of_status(status, detail_of(status));
  // A timeout has closed the socket already.
  if (status != 408) co_await write("GET", answer, Persistence::closing);
  household_.observe({.method = "-", .route = "-", .status = status, .bytes = answer.bytes().size()});
}

asio::awaitable<bool> Connection::write(std::string_view method, const Answer& answer, Persistence persistence) {
  const auto head = head_of(answer, persistence, now());
  const auto body = method == "HEAD" ? std::string_view{} : answer.bytes();
  boost::beast::buffers_suffix left{std::array<asio::const_buffer, 2>{asio::buffer(head), asio::buffer(body)}};
  error_code failure;
  // Most answers fit into the socket's buffer at once; only what does not is waited for.
  left.consume(stream_.socket().write_some(left, failure));
  if (failure && failure != asio::error::would_block) co_return false;
  if (asio::buffer_size(left) == 0) co_return true;
  stream_.expires_after(household_.limits.answer);
  co_await asio::async_write(stream_, left, asio::redirect_error(asio::use_awaitable, failure));
  co_return !failure;
}

/// Closes for writing first and reads on for a moment: closing with unread bytes would make the system take the last
/// answer back (RFC 9112, section 9.6).
asio::awaitable<void> Connection::hang_up() {
  error_code failure;
  stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, failure);
  stream_.expires_after(kHangUpTime);
  while (!failure) {
    buffer_.clear();
    co_await stream_.async_read_some(buffer_.prepare(4096), asio::redirect_error(asio::use_awaitable, failure));
  }
  stream_.close();
}

}  // namespace nearme
