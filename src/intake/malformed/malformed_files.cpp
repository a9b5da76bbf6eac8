#include <zlib.h>

#include "intake/fetch/loopback_server.hpp"
#include "intake/malformed/malformed.hpp"
#include "intake/malformed/sentences.hpp"
#include "intake/unpack/zip_of.hpp"

namespace nearme {
namespace {

std::vector<std::string> of_osm(const std::string& bytes) { return sentences_of_file(bytes, ".osm", Format::osm); }
std::vector<std::string> of_any(const std::string& bytes) { return sentences_of_file(bytes, ".bin"); }

/// What a server answers to every request, imported by its address.
std::vector<std::string> of_answer(const std::string& answer) {
  LoopbackServer server([&](const std::string&) { return answer; });
  const auto address = server.address("/sites.csv");
  auto request = request_for(address);
  request.downloads = test_file("", ".x").parent_path() / "downloads";
  std::filesystem::remove_all(request.downloads);
  return sentences_of_import(request);
}

std::string gzipped(const std::string& text) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string packed(compressBound(text.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::string with_damage(std::string bytes, std::size_t at) {
  bytes.at(at) = static_cast<char>(bytes.at(at) ^ 0x55);
  return bytes;
}

MalformedInputs malformed_osm() {
  const std::string begin = "<?xml version='1.0'?><osm version='0.6'>";
  const std::string pharmacy = "<node id='1' lat='35.9' lon='14.5'><tag k='amenity' v='pharmacy'/></node>";
  return {.reader = "OpenStreetMap",
          .inputs = {{"neither PBF nor XML", "just text"},
                     {"XML that breaks off", begin + pharmacy},
                     {"XML that is none", begin + "<node id='1' lat='35.9'"},
                     {"a position that is none", begin + "<node id='1' lat='north' lon='14.5'/></osm>"},
                     {"a PBF that breaks off", std::string("\0\0\0\x0E\x0A\x09OSMHeader\x18\x7F", 17)},
                     {"a way of whose nodes none is there",
                      begin + "<way id='9'><nd ref='99'/><tag k='amenity' v='pharmacy'/></way></osm>"},
                     {"an object without a name", begin + pharmacy + "</osm>"}},
          .sentences_of = of_osm};
}

MalformedInputs malformed_packed() {
  const std::string table = "id,name,lat,lon\n1,A,53.8,-1.5\n2,B,53.9,-1.6\n";
  const auto packed = gzipped(table);
  return {.reader = "Files and packed files",
          .inputs = {{"nothing", ""},
                     {"a PDF", "%PDF-1.7"},
                     {"an old spreadsheet", "\xD0\xCF\x11\xE0 and so on"},
                     {"a spreadsheet of Office", zip_of({{"[Content_Types].xml", "x"}})},
                     {"a page of HTML", "<!doctype html><p>not found</p>"},
                     {"a picture", "\x89PNG and so on"},
                     {"a database", "SQLite format 3 and so on"},
                     {"gzip that breaks off", packed.substr(0, packed.size() - 12)},
                     {"gzip that is damaged", with_damage(packed, packed.size() - 3)},
                     {"ZIP that breaks off", "PK\x03\x04 and no more"},
                     {"ZIP with nothing to import", zip_of({{"readme.md", "x"}})},
                     {"ZIP with several files", zip_of({{"a.csv", table}, {"b.csv", table}})}},
          .sentences_of = of_any};
}

MalformedInputs malformed_answers() {
  const auto answer = [](const std::string& status, const std::string& headers, const std::string& body) {
    return "HTTP/1.1 " + status + "\r\nConnection: close\r\n" + headers + "\r\n" + body;
  };
  return {.reader = "Addresses",
          .inputs = {{"404", answer("404 Not Found", "", "gone")},
                     {"500", answer("500 Internal Server Error", "", "oh")},
                     {"403", answer("403 Forbidden", "", "no")},
                     {"no HTTP", "hello"},
                     {"a redirection to itself", answer("302 Found", "Location: /sites.csv\r\n", "")},
                     {"a redirection to a file of this machine",
                      answer("302 Found", "Location: file:///etc/passwd\r\n", "")},
                     {"an answer that always breaks off",
                      answer("200 OK", "ETag: \"1\"\r\nContent-Length: 99\r\n", "name")},
                     {"nothing", answer("200 OK", "Content-Length: 0\r\n", "")},
                     {"a page of HTML", answer("200 OK", "", "<!doctype html><p>sign in</p>")}},
          .sentences_of = of_answer};
}

}  // namespace

std::vector<MalformedInputs> malformed_files() { return {malformed_osm(), malformed_packed(), malformed_answers()}; }

}  // namespace nearme
