#include "service/http/http_server.hpp"

#include <algorithm>
#include <csignal>
#include <mutex>
#include <set>
#include <thread>
#include <utility>  // before asio's awaitable.hpp, which uses std::exchange without it
#include <vector>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "service/http/connection.hpp"

namespace nearme {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

constexpr std::chrono::seconds kStopTime{5};
constexpr std::chrono::milliseconds kPauseWhenFull{100};

/// One thread with its io_context and the connections that belong to it.
class Worker {
 public:
  explicit Worker(Household& household) : household_(household) {}

  void begin() {
    thread_ = std::thread([this] { run(); });
  }

  void join() {
    if (thread_.joinable()) thread_.join();
  }

  asio::io_context& context() { return context_; }

  void adopt(tcp::socket socket) { asio::co_spawn(context_, keep(std::move(socket)), asio::detached); }

  /// From any thread: idle connections end now, the others after their answer.
  void wind_down() {
    asio::post(context_, [this] {
      for (auto* connection : connections_) connection->end_if_idle();
      work_.reset();
    });
  }

 private:
  void run() {
    while (!household_.stopping) context_.run_one();
    context_.run_for(kStopTime);
  }

  asio::awaitable<void> keep(tcp::socket socket) {
    Connection connection(std::move(socket), household_);
    connections_.insert(&connection);
    co_await connection.live();
    connections_.erase(&connection);
  }

  Household& household_;
  std::set<Connection*> connections_;  ///< touched by the worker's thread alone
  asio::io_context context_{1};
  asio::executor_work_guard<asio::io_context::executor_type> work_ = asio::make_work_guard(context_);
  std::thread thread_;
};

Result<asio::ip::address> address_of(const std::string& listen) {
  error_code failure;
  const auto address = asio::ip::make_address(listen == "localhost" ? "127.0.0.1" : listen, failure);
  if (failure) {
    return fail_parameter("listen", "'{}' is not an IP address to listen on, such as 127.0.0.1, 0.0.0.0 or ::1",
                          listen);
  }
  return address;
}

Result<void> listen_on(tcp::acceptor& acceptor, const HttpOptions& options) {
  TRY(const auto address, address_of(options.listen));
  error_code failure;
  const tcp::endpoint endpoint{address, options.port};
  acceptor.open(endpoint.protocol(), failure);
  if (!failure) acceptor.set_option(tcp::acceptor::reuse_address(true), failure);
  if (!failure) acceptor.bind(endpoint, failure);
  if (!failure) acceptor.listen(tcp::acceptor::max_listen_connections, failure);
  if (failure == asio::error::address_in_use) {
    return fail(ErrorKind::unreadable, "port {} on {} is in use; choose another with --port", options.port,
                options.listen);
  }
  if (failure) {
    return fail(ErrorKind::unreadable, "cannot listen on port {} of {}: {}", options.port, options.listen,
                failure.message());
  }
  return {};
}

}  // namespace

struct HttpServer::Parts {
  Household household;
  std::vector<std::unique_ptr<Worker>> workers;
  std::unique_ptr<tcp::acceptor> acceptor;  ///< used by the first worker's thread alone, once it runs
  std::uint16_t port = 0;
  asio::io_context waiting{1};
  asio::signal_set signals{waiting};
  std::once_flag stopped;

  asio::awaitable<void> accept();
  void stop();
};

/// Deals connections out to the workers in turn. Out of descriptors, it waits for some to come back.
asio::awaitable<void> HttpServer::Parts::accept() {
  asio::steady_timer pause(workers.front()->context());
  for (std::size_t turn = 0; acceptor->is_open(); ++turn) {
    auto& worker = *workers[turn % workers.size()];
    error_code failure;
    auto socket = co_await acceptor->async_accept(worker.context(), asio::redirect_error(asio::use_awaitable, failure));
    if (!failure) {
      socket.set_option(tcp::no_delay(true), failure);
      worker.adopt(std::move(socket));
    } else if (acceptor->is_open()) {
      pause.expires_after(kPauseWhenFull);
      co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, failure));
    }
  }
}

void HttpServer::Parts::stop() {
  waiting.stop();
  std::call_once(stopped, [this] {
    household.stopping = true;
    asio::post(workers.front()->context(), [this] {
      error_code failure;
      acceptor->close(failure);
    });
    for (auto& worker : workers) worker->wind_down();
    for (auto& worker : workers) worker->join();
  });
}

Result<HttpServer> HttpServer::start(const HttpOptions& options, Handler handler, Observer observer) {
  auto parts = std::make_unique<Parts>();
  parts->household.limits = options.limits;
  parts->household.handle = std::move(handler);
  parts->household.observe = std::move(observer);
  const auto cores = std::max(1U, std::thread::hardware_concurrency());
  const auto threads = options.threads > 0 ? static_cast<unsigned>(options.threads) : cores;
  for (unsigned i = 0; i < threads; ++i) parts->workers.push_back(std::make_unique<Worker>(parts->household));
  auto& first = parts->workers.front()->context();
  parts->acceptor = std::make_unique<tcp::acceptor>(first);
  TRY_VOID(listen_on(*parts->acceptor, options));
  parts->port = parts->acceptor->local_endpoint().port();
  asio::co_spawn(first, parts->accept(), asio::detached);
  for (auto& worker : parts->workers) worker->begin();
  return HttpServer{std::move(parts)};
}

HttpServer::HttpServer(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
HttpServer::HttpServer(HttpServer&& other) noexcept = default;
HttpServer& HttpServer::operator=(HttpServer&& other) noexcept {
  std::swap(parts_, other.parts_);
  return *this;
}
HttpServer::~HttpServer() {
  if (parts_) parts_->stop();
}

std::uint16_t HttpServer::port() const { return parts_->port; }

void HttpServer::wait() {
  parts_->signals.add(SIGINT);
  parts_->signals.add(SIGTERM);
  parts_->signals.async_wait([](const error_code&, int) {});
  parts_->waiting.run();
  stop();
}

void HttpServer::stop() { parts_->stop(); }

}  // namespace nearme
