#include "service/server.hpp"

#include <optional>

#include <spdlog/spdlog.h>

#include "index/rebuild.hpp"
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
        snapshots(options.image, store, catalogue, LiveGazetteer{gazetteer, options.gazetteers}),
        edits(store, [this] { snapshots.note_commit(); }),
        token(options.token),
        responder({.store = store,
                   .catalogue = catalogue,
                   .gazetteer = gazetteer,
                   .pages = pages,
                   .metrics = metrics,
                   .sitemaps = sitemaps,
                   .snapshots = snapshots,
                   .edits = edits,
                   .token = token},
                  options.allow_origin) {
    if (!options.fold) return;
    const auto rebuild = [&store, &catalogue, image = options.image](Date today) {
      return rebuild_image(store, catalogue, today, image);
    };
    folding.emplace(*options.fold, rebuild, snapshots);
  }
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;

  /// Those who wait for an edit are told before their connections end.
  ~Parts() { edits.close(); }

  Pages pages;
  Metrics metrics{patterns()};
  Sitemaps sitemaps;
  Snapshots snapshots;
  EditQueue edits;
  OperatorToken token;
  Responder responder;
  std::optional<Folding> folding;
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
void Server::wait() {
  parts_->http->wait();
  spdlog::default_logger()->flush();
}
void Server::stop() { parts_->http->stop(); }
bool Server::is_folding() const { return parts_->folding && parts_->folding->is_at_work(); }
void Server::look_for_image() { parts_->snapshots.look(); }

}  // namespace nearme
