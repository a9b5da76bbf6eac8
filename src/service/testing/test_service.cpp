#include "service/testing/test_service.hpp"

#include <stdexcept>

#include <unistd.h>

#include "index/rebuild.hpp"
#include "search/testing/small_world.hpp"
#include "store/sqlite/sqlite_store.hpp"

namespace nearme {
namespace {

template <class Value>
Value value_of(Result<Value> result) {
  if (!result) throw std::runtime_error(result.error().message);
  return *std::move(result);
}

std::filesystem::path fresh_folder() {
  auto name = (std::filesystem::temp_directory_path() / "nearme_service_XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  return name;
}

/// The small directory, with a practitioner at alpha whose registration is confirmed.
std::vector<Listing> directory_with_a_practitioner() {
  auto listings = small_directory();
  listings.front().practitioners.push_back({.id = PractitionerId{"p1"},
                                            .source = SourceId{"test"},
                                            .name = "Dr A. Example",
                                            .profession = "Doctor",
                                            .sites = {SiteId{"alpha"}},
                                            .treatments = {TreatmentId{"micro-needling"}},
                                            .register_name = "Test Register",
                                            .registration_number = "R-1"});
  return listings;
}

}  // namespace

TestService::TestService() : folder_(fresh_folder()), store_(value_of(open_sqlite_store(store_file()))) {
  put(directory_with_a_practitioner());
}

TestService::~TestService() {
  store_.reset();
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

void TestService::put(const std::vector<Listing>& listings) const {
  auto session = value_of(store_->begin_import({.id = SourceId{"test"}, .origin = "test", .format = "csv"}));
  for (const auto& listing : listings) {
    value_of(session->put(listing.site.id.text(), listing.site));
    for (const auto& practitioner : listing.practitioners) {
      value_of(session->put(practitioner.id.text(), practitioner));
    }
    for (const auto& claim : listing.claims) value_of(session->put(claim.subject_id + " " + claim.claim, claim));
  }
  for (const auto subject : {SubjectKind::site, SubjectKind::practitioner, SubjectKind::claim}) {
    value_of(session->retire_others(subject));
  }
  value_of(session->commit());
}

void TestService::build_image() const {
  const auto built = rebuild_image(*store_, real_catalogue(), kTestDay, image());
  if (!built) throw std::runtime_error(built.error().message);
}

Server TestService::start(const OperatorToken& token, std::optional<FoldPolicy> fold) const {
  return value_of(Server::start({.port = 0, .threads = 2, .image = image(), .token = token, .fold = fold}, *store_,
                                real_catalogue(), small_gazetteer()));
}

Server TestService::start() const {
  return value_of(
      Server::start({.port = 0, .threads = 2, .image = image()}, *store_, real_catalogue(), small_gazetteer()));
}

}  // namespace nearme
