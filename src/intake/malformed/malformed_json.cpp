#include "intake/malformed/malformed.hpp"
#include "intake/malformed/sentences.hpp"
#include "intake/unpack/zip_of.hpp"

namespace nearme {
namespace {

std::vector<std::string> of_geojson(const std::string& bytes) {
  return sentences_of_file(bytes, ".geojson", Format::geojson);
}
std::vector<std::string> of_ndjson(const std::string& bytes) {
  return sentences_of_file(bytes, ".ndjson", Format::ndjson);
}
std::vector<std::string> of_fhir(const std::string& bytes) { return sentences_of_file(bytes, ".ndjson", Format::fhir); }
std::vector<std::string> of_hsds(const std::string& bytes) { return sentences_of_file(bytes, ".json", Format::hsds); }

std::string feature(const std::string& properties, const std::string& geometry) {
  return R"({"type": "Feature", "properties": )" + properties + R"(, "geometry": )" + geometry + "}";
}

std::string point(const std::string& coordinates) {
  return feature(R"({"name": "A"})", R"({"type": "Point", "coordinates": )" + coordinates + "}");
}

std::string nested(std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); }

MalformedInputs malformed_geojson() {
  const std::string sound = point("[1, 2]");
  return {
      .reader = "GeoJSON",
      .inputs = {{"nothing", ""},
                 {"no JSON", "{\n\"type\": oops\n}"},
                 {"a collection that breaks off", "{\"type\": \"FeatureCollection\",\n\"features\": [" + sound},
                 {"a NUL byte", sound.substr(0, 8) + std::string(1, '\0') + sound.substr(8)},
                 {"text after the end", "{\"type\": \"FeatureCollection\",\n\"features\": []} and more"},
                 {"a number that no computer can hold", point("[1e999, 2]")},
                 {"values nested a thousand levels deep", feature(nested(1000), "null")},
                 {"no type", "{\"name\":\n\"A\"}"},
                 {"a geometry without a feature", "{\"type\":\n\"Point\", \"coordinates\": [1, 2]}"},
                 {"a collection without features", "{\"type\":\n\"FeatureCollection\"}"},
                 {"features that are no list", "{\"type\":\n\"FeatureCollection\", \"features\": {}}"},
                 {"a feature with features", "{\"type\":\n\"Feature\", \"features\": []}"},
                 {"a feature that is no object", "{\"type\": \"FeatureCollection\",\n\"features\": [17]}"},
                 {"a feature of another type",
                  "{\"type\": \"FeatureCollection\",\n\"features\": [{\"type\": \"Featre\"}]}"},
                 {"properties that are a list", feature("[]", "null")},
                 {"an id that is an object", R"({"type": "Feature", "id": {}, "properties": {}, "geometry": null})"},
                 {"a feature without a name", feature("{}", R"({"type": "Point", "coordinates": [1, 2]})")},
                 {"no geometry", feature(R"({"name": "A"})", "null")},
                 {"an empty geometry", feature(R"({"name": "A"})", R"({"type": "MultiPoint", "coordinates": []})")},
                 {"a geometry that GeoJSON does not have",
                  feature(R"({"name": "A"})", R"({"type": "Circle", "coordinates": [1, 2]})")},
                 {"coordinates in quotes", point(R"(["1", "2"])")},
                 {"one coordinate", point("[1]")},
                 {"a latitude beyond the pole", point("[2, 120]")},
                 {"a broken line among features", sound + "\n{\"type\": oops}\n"}},
      .sentences_of = of_geojson};
}

MalformedInputs malformed_ndjson() {
  return {.reader = "NDJSON, one record a line",
          .inputs = {{"no JSON", "{\"id\": oops}\n"},
                     {"a record of several lines", "{\n\"id\": \"1\"\n}\n"},
                     {"a line that breaks off", "{\"id\": \"1\", \"name\": \"A\n"},
                     {"a NUL byte", std::string("{\"id\": \"1\"\0}\n", 13)},
                     {"text after the value", "{\"id\": \"1\"} {\"id\": \"2\"}\n"},
                     {"a list", "[{\"id\": \"1\"}]\n"},
                     {"a number alone", "17\n"},
                     {"values nested a thousand levels deep", "{\"id\": " + nested(1000) + "}\n"},
                     {"no id", "{\"name\": \"A\", \"lat\": 1, \"lon\": 2}\n"},
                     {"an id that is a number", "{\"id\": 5, \"name\": \"A\", \"lat\": 1, \"lon\": 2}\n"},
                     {"no name", "{\"id\": \"1\", \"lat\": 1, \"lon\": 2}\n"},
                     {"no position", "{\"id\": \"1\", \"name\": \"A\"}\n"},
                     {"a latitude beyond the pole", "{\"id\": \"1\", \"name\": \"A\", \"lat\": 91, \"lon\": 2}\n"},
                     {"a field that there is not",
                      "{\"id\": \"1\", \"name\": \"A\", \"lat\": 1, \"lon\": 2, \"colour\": 3}\n"},
                     {"a practitioner without a name", "{\"id\": \"p\", \"site_ids\": []}\n"},
                     {"a claim without a claim", "{\"subject_id\": \"1\"}\n"}},
          .sentences_of = of_ndjson};
}

MalformedInputs malformed_fhir() {
  return {.reader = "FHIR",
          .inputs = {{"nothing", ""},
                     {"no resource", "{}\n"},
                     {"no JSON", "{\n\"resourceType\": oops\n}"},
                     {"a Bundle that breaks off",
                      "{\"resourceType\": \"Bundle\",\n\"entry\": [{\"resource\": {\"resourceType\":"},
                     {"a number that no computer can hold",
                      "{\n\"resourceType\": \"Location\", \"position\": {\"latitude\": 1e999}}"},
                     {"a broken line among resources", "{\"resourceType\": \"Basic\"}\n{\"resourceType\": oops}\n"},
                     {"a line without a resourceType", "{\"resourceType\": \"Basic\"}\n{\"id\": \"1\"}\n"},
                     {"an entry that is no object",
                      "{\"resourceType\": \"Bundle\",\n\"entry\": [17, {\"resourceType\": \"Basic\"}]}"},
                     {"a Location without a name",
                      R"({"resourceType": "Location", "id": "1", "position": {"latitude": 1, "longitude": 2}})"
                      "\n"},
                     {"a Location without a place", R"({"resourceType": "Location", "id": "1", "name": "A"})"
                                                    "\n"},
                     {"a Practitioner without a name", R"({"resourceType": "Practitioner", "id": "1"})"
                                                       "\n"}},
          .sentences_of = of_fhir};
}

MalformedInputs malformed_hsds() {
  const auto tables = [](const std::string& places) {
    return zip_of({{"services.csv", "id,name\ns1,Dentist\n"},
                   {"locations.csv", places},
                   {"service_at_locations.csv", "id,service_id,location_id\nx,s1,l1\n"}});
  };
  return {.reader = "HSDS",
          .inputs = {{"no JSON", "{\n\"contents\": oops}"},
                     {"a service without places", "[{\"id\": \"s1\", \"name\": \"Dentist\"},\n{\"id\": 2}]"},
                     {"an element that is no service", "[17]"},
                     {"a place without a name or a position",
                      R"([{"id": "s1", "service_at_locations": [{"location": {"id": "l1"}}]}])"},
                     {"tables without service_at_locations.csv",
                      zip_of({{"services.csv", "id\n"}, {"locations.csv", "id\n"}})},
                     {"a table without an id", tables("name,latitude\nHall,53.8\n")},
                     {"a place without a position", tables("id,name\nl1,Hall\n")}},
          .sentences_of = of_hsds};
}

}  // namespace

std::vector<MalformedInputs> malformed_json() {
  return {malformed_geojson(), malformed_ndjson(), malformed_fhir(), malformed_hsds()};
}

}  // namespace nearme
