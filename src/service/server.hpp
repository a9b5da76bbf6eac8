#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "catalogue/catalogue.hpp"
#include "gazetteer/gazetteer.hpp"
#include "service/folding.hpp"
#include "service/http/http_server.hpp"
#include "service/operator_token.hpp"
#include "service/pages/look/look.hpp"
#include "store/store.hpp"

namespace nearme {

struct ServeOptions {
  std::string listen = "127.0.0.1";
  std::uint16_t port = 8080;  ///< 0: any free one
  int threads = 0;            ///< 0: one a core
  HttpLimits limits;
  std::filesystem::path gazetteers;  ///< folder of compiled ones over the given one; may be empty
  std::filesystem::path image;       ///< the index image; it may come, and be replaced, while the server runs
  std::string allow_origin = "*";  ///< origins whose pages may read the API, parted by spaces; empty: none but our own
  Look look;                       ///< of the pages
  OperatorToken token;             ///< who has it may change sites; none: nobody may
  std::optional<FoldPolicy> fold;  ///< when to make a new image; none: somebody else does
};

/// The HTTP API and the pages, over one store and the image derived from it. What changes in the store is searched
/// within a second, and folded into new images in the background where the options say so.
///
/// Life: `start` listens and answers; `wait` returns after SIGINT, SIGTERM or `stop`; destroying it stops it. The
/// store, the catalogue and the gazetteer must outlive it. One line is logged for each request, and it holds no text
/// of a query, no coordinate and no address.
class Server {
 public:
  /// Errors: unreadable for a port in use; invalid_input for what is no address; corrupt for a broken template. A
  /// missing or damaged image is no error: the server says 503 until there is one.
  [[nodiscard]] static Result<Server> start(const ServeOptions& options, Store& store, const Catalogue& catalogue,
                                            const Gazetteer& gazetteer);

  Server(Server&& other) noexcept;
  Server& operator=(Server&& other) noexcept;
  ~Server();

  [[nodiscard]] std::uint16_t port() const;
  void wait();
  void stop();

  /// Whether a new image is being made, for which ending the server would have to wait.
  [[nodiscard]] bool is_folding() const;

  /// Looks for a new image now instead of within the next second.
  void look_for_image();

 private:
  struct Parts;
  explicit Server(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace nearme
