#include "intake/malformed/malformed.hpp"
#include "intake/malformed/sentences.hpp"
#include "intake/unpack/zip_of.hpp"

namespace nearme {
namespace {

std::vector<std::string> of_table(const std::string& bytes) { return sentences_of_file(bytes, ".csv", Format::csv); }

/// A mapping, read for a table with the columns "code" and "title".
std::vector<std::string> of_mapping(const std::string& toml) {
  auto request = request_for(test_file("code,title\n1,Harbour\n", ".csv"));
  auto mapping = mapping_from("mapping.toml", toml);
  if (!mapping) return {mapping.error().message};
  request.mapping = *std::move(mapping);
  return sentences_of_import(request);
}

/// A file of opening times, joined to a table of the site 1.
std::vector<std::string> of_opening_times(const std::string& bytes) {
  auto request = request_for(test_file("id,name,lat,lon\n1,Harbour,53.8,-1.5\n", ".csv"));
  const auto times = test_file(bytes, ".csv");
  auto mapping = mapping_from("mapping.toml",
                              "fields.id = 'id'\nfields.name = 'name'\nfields.lat = 'lat'\nfields.lon = 'lon'\n"
                              "opening_times = {file = 'x', id = 'id', day = 'day', times = 'times', date = 'date'}\n")
                     .value();
  mapping.opening_times->file = times;
  request.mapping = std::move(mapping);
  auto sentences = sentences_of_import(request);
  const auto name = times.filename().string();
  for (auto& sentence : sentences) {
    if (const auto at = sentence.find(name); at != std::string::npos) sentence.replace(at, name.size(), "TIMES");
  }
  return sentences;
}

std::vector<std::string> of_spreadsheet(const std::string& content) {
  return sentences_of_file(zip_of({{"mimetype", "m"}, {"content.xml", content}}), ".ods");
}

std::string sheet_of(const std::string& rows) {
  return "<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x'><table:table table:name='Sites'>" +
         rows + "</table:table></office:document-content>";
}

std::string row_of(const std::vector<std::string>& cells) {
  std::string row = "<table:table-row>";
  for (const auto& cell : cells) row += "<table:table-cell><text:p>" + cell + "</text:p></table:table-cell>";
  return row + "</table:table-row>";
}

}  // namespace

std::vector<MalformedInputs> malformed_tables() {
  const std::string headers = "id,name,lat,lon,postcode,city,country,phone,website,opening_hours,rating,updated_at\n";
  return {
      {.reader = "Tables (csv)",
       .inputs = {{"nothing", ""},
                  {"empty lines", "\n\n\n"},
                  {"no column for a name or a place", "fax,colour\n1,2\n"},
                  {"a latitude without a longitude", "title,latitude,fax\nA,53,1\n"},
                  {"a row without a name", headers + "1,,53.8,-1.5\n"},
                  {"a name longer than 500 bytes", headers + "1," + std::string(501, 'x') + ",53.8,-1.5\n"},
                  {"an id longer than 200 bytes", headers + std::string(201, 'x') + ",A,53.8,-1.5\n"},
                  {"a latitude in words", headers + "1,A,north,-1.5\n"},
                  {"a latitude and no longitude", headers + "1,A,53.8,\n"},
                  {"a latitude beyond the pole", headers + "1,A,153.8,-1.5\n"},
                  {"a longitude beyond the date line", headers + "1,A,53.8,-181.5\n"},
                  {"coordinates in metres", headers + "1,A,429999.5,433999.5\n"},
                  {"swapped coordinates, and a country that tells", headers + "1,A,-1.5,53.8,,,GB\n"},
                  {"coordinates of another country", headers + "1,A,52.52,13.40,,,GB\n"},
                  {"0, 0", headers + "1,A,0,0\n"},
                  {"no coordinates, and a postcode that nobody knows", headers + "1,A,,,ZZ1 1ZZ,,GB\n"},
                  {"the same id twice", headers + "1,A,53.8,-1.5\n1,B,53.9,-1.5\n"},
                  {"the same name and place twice, without ids", "name,lat,lon\nA,53.8,-1.5\nA,53.8,-1.5\n"},
                  {"more cells than columns", "name,lat,lon\nA,53.8,-1.5,more\n"},
                  {"a quote that is not closed", "name,lat,lon\n\"A,53.8,-1.5\nB,53.8,-1.5\n"},
                  {"bytes that are no text", "name,lat,lon\nCaf\xC3\xA9 \xFF,53.8,-1.5\n"},
                  {"a line of a megabyte", "name,lat,lon\n" + std::string((std::size_t{1} << 20U) + 9, 'x')},
                  {"cells of one row that cannot be read",
                   headers + "1,A,53.8,-1.5,,,Atlantis,ring me,javascript:x,when the sun shines,11,soon\n"},
                  {"a practitioner without a name", "id,site_ids,name\np1,s1,\n"},
                  {"a claim without its subject", "subject_id,claim\n,registration\n"},
                  {"a claim with a date in words", "subject_id,claim,checked_at\ns1,training,soon\n"},
                  {"a claim that nobody is said to have contradicted",
                   "subject_id,claim,contradicted\ns1,training,yes\ns1,device,perhaps\n"},
                  {"a claim about a treatment that nobody knows", "subject_id,treatment,claim\ns1,hair cut,training\n"},
                  {"the same claim twice about one treatment, and once about another",
                   "subject_id,treatment,claim\ns1,microneedling,training\ns1,micro-needling,training\n"
                   "s1,dermal-filler,training\n"}},
       .sentences_of = of_table},
      {.reader = "Mappings",
       .inputs = {{"nothing", ""},
                  {"no TOML", "fields = "},
                  {"a table that there is not", "table = 'cats'"},
                  {"a word that is not known", "feilds = 1"},
                  {"a field that is not known", "[fields]\nnmae = 'title'"},
                  {"a field that is neither text nor rule", "[fields]\nname = true"},
                  {"a rule without a column", "[fields]\nname = {}"},
                  {"a rule with a word that is not known", "[fields]\nname = {colunm = 'title'}"},
                  {"part 0", "[fields]\nname = {column = 'title', part = 0}"},
                  {"a translation that is no table", "[fields]\nname = {column = 'title', translate = 'b'}"},
                  {"a delimiter that there is not", "delimiter = '#'\nfields.name = 'title'"},
                  {"a condition that is no table", "only = 'x'\nfields.name = 'title'"},
                  {"a column that the table lacks", "fields.name = 'Title of Site'\nfields.city = 'code'"},
                  {"no field for a place", "fields.name = 'title'"},
                  {"opening times without a file", "fields.id = 'code'\n[opening_times]\nid = 'x'"},
                  {"opening times with a word that is not known", "fields.id = 'code'\n[opening_times]\nkey = 'x'"},
                  {"opening times without a field id",
                   "fields.name = 'title'\n[opening_times]\nfile = 'x'\nid = 'x'\nday = 'x'\ntimes = 'x'"},
                  {"opening times in a file that is not there",
                   "fields.id = 'code'\nfields.name = 'title'\nfields.city = 'title'\n[opening_times]\n"
                   "file = '/no/such/file.csv'\nid = 'x'\nday = 'x'\ntimes = 'x'"}},
       .sentences_of = of_mapping},
      {.reader = "Opening times in a file of their own",
       .inputs = {{"columns that are not there", "id,weekday,times\n"},
                  {"a day that is none", "id,day,times,date\n1,Someday,09:00-13:00,\n"},
                  {"times that are none", "id,day,times,date\n1,Monday,by appointment,\n"},
                  {"a date that could be two", "id,day,times,date\n1,,09:00-13:00,05/06/2014\n"},
                  {"a day that is past", "id,day,times,date\n1,,09:00-13:00,2014-06-05\n"},
                  {"a row without an id", "id,day,times,date\n,Monday,09:00-13:00,\n"},
                  {"an id that no site has", "id,day,times,date\n2,Monday,09:00-13:00,\n"},
                  {"a quote that is not closed", "id,day,times,date\n\"1,Monday,09:00-13:00,\n"}},
       .sentences_of = of_opening_times},
      {.reader = "Spreadsheets (ods)",
       .inputs = {{"content that breaks off", sheet_of(row_of({"name", "lat", "lon"})).substr(0, 150)},
                  {"content that is no XML", "name,lat,lon"},
                  {"no sheet at all", "<office:document-content/>"},
                  {"empty sheets", sheet_of("<table:table-row table:number-rows-repeated='5'/>")},
                  {"a sheet without columns that are known", sheet_of(row_of({"colour", "shape"}))},
                  {"a latitude in words", sheet_of(row_of({"name", "lat", "lon"}) + row_of({"A", "north", "1"}))}},
       .sentences_of = of_spreadsheet}};
}

}  // namespace nearme
