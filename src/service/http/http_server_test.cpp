#include "service/http/http_server.hpp"

#include <atomic>
#include <csignal>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "service/http/test_client.hpp"

namespace nearme {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::StartsWith;

/// Answers with the path and the parameters, but throws for /throw, takes its time for /slow, and is long for /long.
Routed echo(const Request& request) {
  if (request.path == "/throw") throw std::runtime_error("the question was secret");
  if (request.path == "/slow") std::this_thread::sleep_for(300ms);
  Answer answer;
  answer.content_type = "text/plain";
  answer.body = request.method + " " + request.path + request.body;
  for (const auto& [name, value] : request.parameters) answer.body += " " + name + "=" + value;
  if (request.path == "/long") answer.body.append(4'000'000, 'x');
  return {std::move(answer), "/echo"};
}

/// A server with short limits, on a port of its own.
class HttpServerTest : public testing::Test {
 protected:
  HttpServerTest() {
    HttpOptions options{.port = 0, .threads = 2};
    options.limits = {.idle = 400ms, .request = 400ms, .answer = 5s};
    auto started = HttpServer::start(options, echo, [this](const Exchange& exchange) {
      ++exchanges_;
      last_status_ = exchange.status;
    });
    EXPECT_TRUE(started) << started.error().message;
    server_.emplace(*std::move(started));
  }

  TestClient connect() { return TestClient{server_->port()}; }

  std::optional<HttpServer> server_;
  std::atomic<int> exchanges_ = 0;
  std::atomic<int> last_status_ = 0;
};

TEST_F(HttpServerTest, AnswersManyRequestsOnOneConnection) {
  auto client = connect();
  for (int i = 0; i < 100; ++i) {
    EXPECT_EQ(body_of(client.ask("/a?n=" + std::to_string(i))), "GET /a n=" + std::to_string(i));
  }
  server_->stop();
  EXPECT_EQ(exchanges_, 100);
}

TEST_F(HttpServerTest, PipelinedRequestsAreAnsweredInTheirOrder) {
  auto client = connect();
  std::string requests;
  for (int i = 0; i < 200; ++i) requests += "GET /" + std::to_string(i) + " HTTP/1.1\r\nHost: test\r\n\r\n";
  std::thread sender([&] { client.send(requests); });
  for (int i = 0; i < 200; ++i) ASSERT_EQ(body_of(client.receive()), "GET /" + std::to_string(i));
  sender.join();
}

TEST_F(HttpServerTest, ARequestThatArrivesByteByByteIsAnswered) {
  auto client = connect();
  for (const char byte : std::string_view{"GET /slowly HTTP/1.1\r\nHost: test\r\n\r\n"}) {
    client.send({&byte, 1});
    std::this_thread::sleep_for(2ms);
  }
  EXPECT_EQ(body_of(client.receive()), "GET /slowly");
}

TEST_F(HttpServerTest, HeadHasTheLengthOfGetAndNoBody) {
  auto client = connect();
  const auto answer = client.ask("/a", "", "HEAD");
  EXPECT_EQ(header_in(answer, "Content-Length"), "7");
  EXPECT_TRUE(body_of(answer).empty());
  EXPECT_EQ(body_of(client.ask("/b")), "GET /b");
}

TEST_F(HttpServerTest, ABodyIsReadWholeAndTheNextRequestAfterIt) {
  auto client = connect();
  client.send("PUT /a HTTP/1.1\r\nHost: test\r\nContent-Length: 5\r\n\r\nhelloGET /b HTTP/1.1\r\nHost: test\r\n\r\n");
  EXPECT_EQ(body_of(client.receive()), "PUT /ahello");
  EXPECT_EQ(body_of(client.receive()), "GET /b");
}

TEST_F(HttpServerTest, AChunkedBodyIsPutTogether) {
  auto client = connect();
  client.send("PUT /a HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n");
  EXPECT_EQ(body_of(client.receive()), "PUT /ahello");
}

TEST_F(HttpServerTest, AClientThatWaitsForContinueIsTold) {
  auto client = connect();
  client.send("PUT /a HTTP/1.1\r\nHost: test\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_THAT(client.receive(), StartsWith("HTTP/1.1 100 "));
  client.send("hi");
  EXPECT_EQ(body_of(client.receive()), "PUT /ahi");
}

TEST_F(HttpServerTest, AnOldClientGetsItsConnectionClosedUnlessItAsks) {
  auto client = connect();
  client.send("GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  EXPECT_EQ(header_in(client.receive(), "Connection"), "keep-alive");
  client.send("GET /a HTTP/1.0\r\n\r\n");
  EXPECT_EQ(header_in(client.receive(), "Connection"), "close");
  EXPECT_TRUE(client.sees_the_end_within(2s));
}

TEST_F(HttpServerTest, WhatIsNoRequestIsRefusedAndTheConnectionCloses) {
  for (const auto* bytes :
       {"\r\n\r\n\r\n", "hello\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET / HTTP/1.1\r\nno colon\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n"}) {
    auto client = connect();
    client.send(bytes);
    const auto answer = client.receive();
    EXPECT_EQ(status_of(answer), 400) << bytes;
    EXPECT_EQ(header_in(answer, "Content-Type"), "application/problem+json");
    EXPECT_TRUE(client.sees_the_end_within(2s)) << bytes;
  }
}

TEST_F(HttpServerTest, ARequestWithoutItsHostIsRefused) {
  auto client = connect();
  client.send("GET /a HTTP/1.1\r\n\r\n");
  EXPECT_EQ(status_of(client.receive()), 400);
}

TEST_F(HttpServerTest, ABrokenEscapeIsNamedAndTheConnectionStays) {
  auto client = connect();
  const auto answer = client.ask("/a?q=%zz");
  EXPECT_EQ(status_of(answer), 400);
  EXPECT_THAT(body_of(answer), HasSubstr("\"parameter\":\"q\""));
  EXPECT_EQ(body_of(client.ask("/b")), "GET /b");
}

TEST_F(HttpServerTest, LongAddressesHeadersAndBodiesAreRefused) {
  EXPECT_EQ(status_of(connect().ask("/" + std::string(9000, 'a'))), 414);
  EXPECT_EQ(status_of(connect().ask("/", "X: " + std::string(20'000, 'a') + "\r\n")), 431);
  EXPECT_EQ(status_of(connect().ask("/", "Content-Length: 2000000\r\n", "PUT")), 413);
  auto client = connect();
  client.send("PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
  for (int i = 0; i < 40 && client.send("8000\r\n" + std::string(0x8000, 'x') + "\r\n"); ++i) continue;
  EXPECT_EQ(status_of(client.receive()), 413);
}

TEST_F(HttpServerTest, AClientThatSaysNothingOrStopsHalfwayIsLetGo) {
  auto silent = connect();
  auto halfway = connect();
  halfway.send("GET /a HTTP/1.1\r\nHo");
  EXPECT_TRUE(silent.sees_the_end_within(3s));
  EXPECT_TRUE(halfway.sees_the_end_within(3s));
  server_->stop();
  EXPECT_EQ(last_status_, 408);
}

TEST_F(HttpServerTest, DribblingDoesNotLengthenTheTimeOfARequest) {
  auto client = connect();
  const auto begin = std::chrono::steady_clock::now();
  while (client.send("a") && !client.sees_the_end_within(50ms)) {
    ASSERT_LT(std::chrono::steady_clock::now() - begin, 3s);
  }
}

TEST_F(HttpServerTest, AnExceptionIsAProblemThatTellsNothing) {
  auto client = connect();
  const auto answer = client.ask("/throw");
  EXPECT_EQ(status_of(answer), 500);
  EXPECT_EQ(answer.find("secret"), std::string::npos);
  EXPECT_EQ(body_of(client.ask("/b")), "GET /b");
}

TEST_F(HttpServerTest, ALongAnswerArrivesWholeAtASlowReader) {
  auto client = connect();
  client.send("GET /long HTTP/1.1\r\nHost: test\r\n\r\n");
  std::this_thread::sleep_for(200ms);
  EXPECT_EQ(body_of(client.receive()).size(), 4'000'000U + 9U);
}

TEST_F(HttpServerTest, FiftyConnectionsAtOnceEachGetTheirOwnAnswers) {
  std::vector<std::jthread> clients;
  std::atomic<int> wrong = 0;
  for (int number = 0; number < 50; ++number) {
    clients.emplace_back([this, number, &wrong] {
      auto client = connect();
      for (int i = 0; i < 20; ++i) {
        const auto path = "/" + std::to_string(number) + "/" + std::to_string(i);
        if (body_of(client.ask(path)) != "GET " + path) ++wrong;
      }
    });
  }
  clients.clear();
  EXPECT_EQ(wrong, 0);
  server_->stop();
  EXPECT_EQ(exchanges_, 1000);
}

TEST_F(HttpServerTest, StoppingLetsTheAnswerUnderWayFinish) {
  auto client = connect();
  auto idle = connect();
  idle.ask("/a");
  client.send("GET /slow HTTP/1.1\r\nHost: test\r\n\r\n");
  std::this_thread::sleep_for(100ms);
  std::thread stopper([this] { server_->stop(); });
  const auto answer = client.receive();
  EXPECT_EQ(body_of(answer), "GET /slow");
  EXPECT_EQ(header_in(answer, "Connection"), "close");
  EXPECT_TRUE(client.sees_the_end_within(2s));
  EXPECT_TRUE(idle.sees_the_end_within(2s));
  stopper.join();
  EXPECT_FALSE(connect().connected());
}

TEST_F(HttpServerTest, StoppingTwiceAndWaitingAfterwardsIsHarmless) {
  server_->stop();
  server_->stop();
  server_->wait();
}

TEST_F(HttpServerTest, WaitingEndsWhenAnotherThreadStops) {
  std::thread stopper([this] {
    std::this_thread::sleep_for(50ms);
    server_->stop();
  });
  server_->wait();
  stopper.join();
}

TEST_F(HttpServerTest, WaitingEndsAtTheSignalToTerminate) {
  std::thread waiter([this] { server_->wait(); });
  std::this_thread::sleep_for(100ms);
  std::raise(SIGTERM);
  waiter.join();
  EXPECT_FALSE(connect().connected());
}

TEST_F(HttpServerTest, APortInUseIsAnErrorThatNamesTheRemedy) {
  const auto second = HttpServer::start({.port = server_->port()}, echo, [](const Exchange&) {});
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().kind, ErrorKind::unreadable);
  EXPECT_EQ(second.error().message,
            fmt::format("port {} on 127.0.0.1 is in use; choose another with --port", server_->port()));
}

TEST_F(HttpServerTest, WhatIsNoAddressIsRefused) {
  const auto server = HttpServer::start({.listen = "somewhere", .port = 0}, echo, [](const Exchange&) {});
  ASSERT_FALSE(server);
  EXPECT_EQ(server.error().parameter, "listen");
}

}  // namespace
}  // namespace nearme
