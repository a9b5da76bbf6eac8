#include "service/http/delivery.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace nearme {
namespace {

std::string header_of(const Answer& answer, std::string_view name) {
  const auto found = std::ranges::find_if(answer.headers, [&](const auto& header) { return header.first == name; });
  return found == answer.headers.end() ? std::string{} : found->second;
}

Answer answer_with(std::string body) {
  Answer answer;
  answer.body = std::move(body);
  return answer;
}

TEST(Prepare, AskingAgainWithTheTagGetsNoBody) {
  Request request;
  const auto first = prepare(request, answer_with("{}"));
  EXPECT_EQ(first.status, 200);
  request.if_none_match = header_of(first, "ETag");
  const auto second = prepare(request, answer_with("{}"));
  EXPECT_EQ(second.status, 304);
  EXPECT_TRUE(second.bytes().empty());
  EXPECT_EQ(header_of(second, "ETag"), header_of(first, "ETag"));
}

TEST(Prepare, TheTagIsFoundInAListAndComparedWeakly) {
  Request request;
  const auto tag = header_of(prepare(request, answer_with("{}")), "ETag");
  request.if_none_match = "\"other\", " + tag.substr(2);
  EXPECT_EQ(prepare(request, answer_with("{}")).status, 304);
  request.if_none_match = "*";
  EXPECT_EQ(prepare(request, answer_with("{}")).status, 304);
}

TEST(Prepare, AnotherBodyHasAnotherTag) {
  const Request request;
  EXPECT_NE(header_of(prepare(request, answer_with("a")), "ETag"),
            header_of(prepare(request, answer_with("b")), "ETag"));
}

TEST(Prepare, WhatMayNotBeKeptHasNoTag) {
  auto answer = answer_with("{}");
  answer.caching = Caching::never;
  const auto prepared = prepare({}, answer);
  EXPECT_TRUE(header_of(prepared, "ETag").empty());
  EXPECT_EQ(header_of(prepared, "Cache-Control"), "no-store");
}

TEST(Prepare, LongTextsArePackedForThoseWhoTakeIt) {
  Request request;
  request.accept_encoding = "gzip";
  const auto packed = prepare(request, answer_with(std::string(5000, 'a')));
  EXPECT_EQ(header_of(packed, "Content-Encoding"), "gzip");
  EXPECT_EQ(header_of(packed, "Vary"), "Accept-Encoding");
  EXPECT_LT(packed.bytes().size(), 500U);
}

TEST(Prepare, ThePlainAnswerSaysThatItVariesToo) {
  const auto plain = prepare({}, answer_with(std::string(5000, 'a')));
  EXPECT_EQ(plain.bytes().size(), 5000U);
  EXPECT_EQ(header_of(plain, "Vary"), "Accept-Encoding");
}

TEST(Prepare, ShortTextsAndPicturesAreNotPacked) {
  Request request;
  request.accept_encoding = "gzip";
  EXPECT_EQ(prepare(request, answer_with("short")).bytes(), "short");
  auto picture = answer_with(std::string(5000, 'a'));
  picture.content_type = "image/png";
  EXPECT_EQ(prepare(request, picture).bytes().size(), 5000U);
}

TEST(Prepare, WhatWasPackedBeforehandIsLeftAlone) {
  Request request;
  request.accept_encoding = "gzip, br";
  auto answer = answer_with(std::string(5000, 'a'));
  answer.headers.emplace_back("Content-Encoding", "br");
  EXPECT_EQ(prepare(request, answer).bytes().size(), 5000U);
}

TEST(Prepare, FixedBytesAreSentWithoutACopy) {
  static constexpr std::string_view kFile = "the bytes of a file";
  Answer answer;
  answer.fixed_body = kFile;
  EXPECT_EQ(prepare({}, answer).bytes().data(), kFile.data());
}

TEST(HeadOf, SaysStatusDateLengthAndType) {
  const auto head = head_of(answer_with("{}"), Persistence::open, *parse_instant("2026-11-22T08:05:09Z"));
  EXPECT_EQ(head,
            "HTTP/1.1 200 OK\r\nDate: Sun, 22 Nov 2026 08:05:09 GMT\r\nContent-Type: application/json\r\n"
            "Content-Length: 2\r\n\r\n");
}

TEST(HeadOf, AnUnchangedAnswerHasNoLength) {
  Answer answer;
  answer.status = 304;
  EXPECT_EQ(head_of(answer, Persistence::closing, {}).find("Content-"), std::string::npos);
}

TEST(HeadOf, ALineBreakInAValueCannotBeginAnotherHeader) {
  Answer answer;
  answer.headers.emplace_back("Location", "/a\r\nSet-Cookie: b");
  EXPECT_EQ(head_of(answer, Persistence::open, {}).find("\nSet-Cookie"), std::string::npos);
}

TEST(HeadOf, SaysWhetherTheConnectionCloses) {
  EXPECT_NE(head_of({}, Persistence::closing, {}).find("Connection: close\r\n"), std::string::npos);
  EXPECT_NE(head_of({}, Persistence::open_said, {}).find("Connection: keep-alive\r\n"), std::string::npos);
  EXPECT_EQ(head_of({}, Persistence::open, {}).find("Connection:"), std::string::npos);
}

}  // namespace
}  // namespace nearme
