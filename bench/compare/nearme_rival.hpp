#pragma once

#include "compare/rival.hpp"
#include "compare/world_rows.hpp"
#include "engine/query_classes.hpp"

namespace nearme {

/// nearme itself: the classes of query_classes.cpp, as they are measured without rivals.
class NearmeRival final : public Rival {
 public:
  /// Both outlive it.
  NearmeRival(const Ground& ground, WorldRows& rows) : ground_(ground), rows_(rows) {}

  [[nodiscard]] std::string_view name() const override { return "nearme"; }
  void ask(Asked asked, const Question& question) override;
  [[nodiscard]] Given given() const override;

 private:
  const Ground& ground_;
  WorldRows& rows_;
  Answer answer_;
};

}  // namespace nearme
