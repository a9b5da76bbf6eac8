#include "intake/fetch/fetch.hpp"

#include <gtest/gtest.h>

#include "intake/fetch/loopback_server.hpp"
#include "intake/intake_fixture.hpp"

namespace nearme {
namespace {

constexpr std::string_view kTable = "id,name,lat,lon\n1,A,53.8,-1.5\n2,B,53.9,-1.6\n";

std::string answer(const std::string& status, const std::string& headers, std::string_view body) {
  return "HTTP/1.1 " + status + "\r\nConnection: close\r\n" + headers + "\r\n" + std::string(body);
}

std::string whole(std::string_view body = kTable) {
  return answer("200 OK", fmt::format("ETag: \"v1\"\r\nContent-Length: {}\r\n", body.size()), body);
}

ImportRequest request_of(LoopbackServer& server, const std::string& path) {
  auto request = request_for(server.address(path));
  request.downloads = test_file("", ".x").parent_path() / "downloads";
  return request;
}

bool asks(const std::string& request, std::string_view header) { return request.contains(header); }

TEST(Fetch, AnAddressIsImportedLikeAFileAndTheNextTimeOnlyNewsAreAskedFor) {
  LoopbackServer server([](const std::string& request) {
    return asks(request, "If-None-Match: \"v1\"") ? answer("304 Not Modified", "", "") : whole();
  });
  const auto store = fresh_store();
  const auto request = request_of(server, "/sites.csv?day=1");
  const auto first = import_into(*store, request);
  ASSERT_TRUE(first) << first.error().message;
  EXPECT_EQ(first->rows.added, 2);
  EXPECT_EQ(store->sources()->at(0).source.origin, server.address("/sites.csv?day=1"));
  const auto second = import_into(*store, request);
  ASSERT_TRUE(second) << second.error().message;
  EXPECT_EQ(second->rows.read, 0);
  EXPECT_EQ(second->notes,
            std::vector<std::string>{"the server has nothing newer than what was imported last; nothing was done"});
  EXPECT_EQ(sites_of(*store).size(), 2);
}

TEST(Fetch, ATransferThatBreaksOffIsTakenUpWhereItStopped) {
  LoopbackServer server([](const std::string& request) {
    constexpr std::size_t kBreak = 20;
    if (!asks(request, "Range: bytes=20-")) return whole().substr(0, whole().size() - kTable.size() + kBreak);
    EXPECT_TRUE(asks(request, "If-Range: \"v1\""));
    return answer("206 Partial Content", fmt::format("ETag: \"v1\"\r\nContent-Length: {}\r\n", kTable.size() - kBreak),
                  kTable.substr(kBreak));
  });
  const auto store = fresh_store();
  const auto report = import_into(*store, request_of(server, "/a.csv"));
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_EQ(report->rows.added, 2);
  EXPECT_EQ(report->notes.back(), "fetched from byte 20 on, where it had broken off");
}

TEST(Fetch, WhenTheFileHasChangedMeanwhileItBeginsAnew) {
  int asked = 0;
  LoopbackServer server([&](const std::string&) {
    return ++asked == 1 ? whole().substr(0, whole().size() - 10) : whole("id,name,lat,lon\n3,C,53.8,-1.5\n");
  });
  const auto store = fresh_store();
  const auto report = import_into(*store, request_of(server, "/a.csv"));
  ASSERT_TRUE(report) << report.error().message;
  ASSERT_EQ(sites_of(*store).size(), 1);
  EXPECT_EQ(sites_of(*store)[0].name, "C");
}

TEST(Fetch, AFailedImportAsksForTheWholeFileAgain) {
  bool is_table = false;
  LoopbackServer server([&](const std::string& request) {
    EXPECT_FALSE(asks(request, "If-None-Match"));
    if (asks(request, "Range:")) return answer("416 Range Not Satisfiable", "", "");
    return is_table ? whole() : whole("fax,colour\n1,2\n");
  });
  const auto store = fresh_store();
  EXPECT_FALSE(import_into(*store, request_of(server, "/a.csv")));
  is_table = true;
  EXPECT_TRUE(import_into(*store, request_of(server, "/a.csv")));
}

TEST(Fetch, WhatTheServerRefusesIsSaidWithItsStatus) {
  LoopbackServer server([](const std::string& request) {
    if (request.starts_with("GET /loop")) return answer("302 Found", "Location: /loop\r\n", "");
    if (request.starts_with("GET /file")) return answer("302 Found", "Location: file:///etc/passwd\r\n", "");
    return request.starts_with("GET /gone") ? answer("404 Not Found", "", "gone") : answer("500 Oh", "", "oh");
  });
  const auto store = fresh_store();
  const auto error_of = [&](const std::string& path) { return import_into(*store, request_of(server, path)).error(); };
  EXPECT_EQ(error_of("/gone.csv").kind, ErrorKind::not_found);
  EXPECT_TRUE(error_of("/gone.csv").message.ends_with("the server answers 404"));
  EXPECT_TRUE(error_of("/broken.csv").message.ends_with("the server answers 500"));
  EXPECT_EQ(error_of("/loop").kind, ErrorKind::unavailable);
  EXPECT_EQ(error_of("/file").kind, ErrorKind::unavailable);
  EXPECT_EQ(import_into(*store, request_for("http://127.0.0.1:1/a.csv")).error().kind, ErrorKind::unreadable)
      << "no folder to fetch into";
}

}  // namespace
}  // namespace nearme
