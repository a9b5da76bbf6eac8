#pragma once

#include <functional>
#include <memory>

#include "store/sqlite/registers.hpp"
#include "store/store.hpp"
#include "trust/rules.hpp"

namespace nearme {

/// A store whose listings carry what the registers say of them, and how their offers stand beside the rules of their
/// place: what indexes are made from and pages are written from.
/// All else is handed on. Nothing of it is stored, so that a newer register shows as soon as listings are read again.
///
/// Owns the store and the registers. Threads: as the store.
class CheckedStore : public Store {
 public:
  CheckedStore(std::unique_ptr<Store> store, std::unique_ptr<Registers> registers, TrustRules rules)
      : store_(std::move(store)), registers_(std::move(registers)), rules_(std::move(rules)) {}

  [[nodiscard]] Result<Revision> revision() override { return store_->revision(); }
  [[nodiscard]] Result<StoreCounts> counts() override { return store_->counts(); }
  [[nodiscard]] Result<std::vector<SourceSummary>> sources() override { return store_->sources(); }
  [[nodiscard]] Result<std::unique_ptr<ImportSession>> begin_import(const Source& source) override {
    return store_->begin_import(source);
  }
  [[nodiscard]] Result<std::vector<Result<EditOutcome>>> edit(std::span<const SiteEdit> edits) override {
    return store_->edit(edits);
  }
  [[nodiscard]] Result<UndoneImport> undo_import(const std::optional<SourceId>& source) override {
    return store_->undo_import(source);
  }
  [[nodiscard]] Result<std::optional<Practitioner>> find_practitioner(const PractitionerId& id) override {
    return store_->find_practitioner(id);
  }
  [[nodiscard]] Result<std::vector<Site>> records_of(const SiteId& id) override { return store_->records_of(id); }
  [[nodiscard]] Result<std::vector<SiteId>> sites_of(const PractitionerId& id) override { return store_->sites_of(id); }
  [[nodiscard]] Result<std::vector<Change>> changes_after(Revision revision, std::size_t limit) override {
    return store_->changes_after(revision, limit);
  }

  [[nodiscard]] Result<std::optional<Listing>> find_listing(const SiteId& id) override;
  Result<void> for_each_listing(const std::function<Result<void>(const Listing&)>& visit) override;
  Result<void> for_each_batch(const std::function<Result<void>(UnreadListings)>& visit) override;

 private:
  std::unique_ptr<Store> store_;
  std::unique_ptr<Registers> registers_;
  TrustRules rules_;
};

}  // namespace nearme
