#include "store/sqlite/reader_pool.hpp"

#include "store/sqlite/schema.hpp"

namespace nearme {

Result<std::unique_ptr<Reader>> ReaderPool::take() {
  {
    const std::scoped_lock lock(mutex_);
    if (!idle_.empty()) {
      auto reader = std::move(idle_.back());
      idle_.pop_back();
      return reader;
    }
  }
  TRY(auto database, Database::open(path_, options_));
  TRY_VOID(set_up_connection(database));
  TRY(auto listings, ListingReader::make(database));
  return std::make_unique<Reader>(Reader{.database = std::move(database), .listings = std::move(listings)});
}

void ReaderPool::give_back(std::unique_ptr<Reader> reader) {
  const std::scoped_lock lock(mutex_);
  idle_.push_back(std::move(reader));
}

}  // namespace nearme
