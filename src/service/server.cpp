#include "service/server.hpp"

#include <optional>

#include <spdlog/spdlog.h>

#include "service/responder.hpp"

namespace nearme {
namespace {

std::vector<std::string_view> patterns() {
  std::vector<std::string_view> patterns;
  for (const auto& route : routes()) patterns.push_back(route.pattern);
  return patterns;
}

/// The one line of the log that a request gets.
void log(const Exchange& exchange) {
  const std::chrono::duration<double, std::milli> took = exchange.took;
  spdlog::info("{} {} {} {} bytes {:.2f} ms", exchange.method, exchange.route, exchange.status, exchange.bytes,
               took.count());
}

}  // namespace

/// In the order in which they need one another; the HTTP server ends first.
struct Server::Parts {
  Parts(const ServeOptions& options, Pages made_pages, Store& store, const Catalogue& catalogue,
        const Gazetteer& gazetteer)
      : pages(std::move(made_pages)),
        snapshots(options.image, catalogue, LiveGazetteer{gazetteer, options.gazetteers}),
        responder({.store = store,
                   .catalogue = catalogue,
                   .gazetteer = gazetteer,
                   .pages = pages,
                   .metrics = metrics,
                   .sitemaps = sitemaps,
                   .snapshots = snapshots},
                  options.allow_origin) {}

  Pages pages;
  Metrics metrics{patterns()};
  Sitemaps sitemaps;
  Snapshots snapshots;
  Responder responder;
  std::optional<HttpServer> http;
};

Result<Server> Server::start(const ServeOptions& options, Store& store, const Catalogue& catalogue,
                             const Gazetteer& gazetteer) {
  TRY(auto pages, Pages::make(options.look));
  auto parts = std::make_unique<Parts>(options, std::move(pages), store, catalogue, gazetteer);
  const auto handle = [&responder = parts->responder](const Request& request) { return responder.respond(request); };
  const auto observe = [&metrics = parts->metrics](const Exchange& exchange) {
    metrics.record(exchange);
    log(exchange);
  };
  TRY(parts->http,
      HttpServer::start(
          {.listen = options.listen, .port = options.port, .threads = options.threads, .limits = options.limits},
          handle, observe));
  return Server{std::move(parts)};
}

Server::Server(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Server::Server(Server&& other) noexcept = default;
Server& Server::operator=(Server&& other) noexcept = default;
Server::~Server() = default;

std::uint16_t Server::port() const { return parts_->http->port(); }
void Server::wait() { parts_->http->wait(); }
void Server::stop() { parts_->http->stop(); }
void Server::look_for_image() { parts_->snapshots.look(); }

}  // namespace nearme
