#include "catalogue/catalogue.hpp"

#include <gtest/gtest.h>

namespace nearme {
namespace {

TEST(Catalogue, NoFilesMakeAnEmptyCatalogue) { EXPECT_TRUE(Catalogue::load({})->treatments().empty()); }

}  // namespace
}  // namespace nearme
