#include "intake/malformed/malformed.hpp"
#include "intake/malformed/sentences.hpp"

namespace nearme {
namespace {

std::vector<std::string> of_nppes(const std::string& bytes) { return sentences_of_file(bytes, ".csv", Format::nppes); }
std::vector<std::string> of_cqc(const std::string& bytes) { return sentences_of_file(bytes, ".csv", Format::cqc); }
std::vector<std::string> of_nhs_ods(const std::string& bytes) {
  return sentences_of_file(bytes, ".csv", Format::nhs_ods);
}

/// The columns of a provider in this order, and one provider.
std::string provider(const std::string& row) {
  return "NPI,Entity Type Code,Provider Organization Name (Legal Business Name),Provider Business Practice Location "
         "Address City Name,Provider Business Practice Location Address State Name,NPI Deactivation Date,NPI "
         "Reactivation Date,Healthcare Provider Taxonomy Code_1\n" +
         row;
}

std::string place(const std::string& row) {
  return "NPI,Provider Secondary Practice Location Address- Address Line 1,Provider Secondary Practice Location "
         "Address "
         "- City Name\n" +
         row;
}

MalformedInputs malformed_nppes() {
  return {.reader = "NPPES",
          .inputs = {{"nothing", ""},
                     {"a table of somebody else", "name,lat\n"},
                     {"another file of the archive", "NPI,Provider Other Organization Name\n1,x\n"},
                     {"a provider without a number", provider(",2,CENTRE,AUSTIN,TX,,,207N00000X\n")},
                     {"a number that is none", provider("12345,2,CENTRE,AUSTIN,TX,,,207N00000X\n")},
                     {"a provider without a name", provider("1000000001,2,,AUSTIN,TX,,,207N00000X\n")},
                     {"a town that nobody knows", provider("1000000001,2,CENTRE,NOWHERE,TX,,,207N00000X\n")},
                     {"a date of deactivation that is none", provider("1000000001,,,,,2026-01-31,,\n")},
                     {"a date of reactivation that is none", provider("1000000001,,,,,01/31/2026,soon,\n")},
                     {"the same provider twice", provider("1000000001,2,CENTRE,AUSTIN,TX,,,207N00000X\n"
                                                          "1000000001,2,CENTRE,AUSTIN,TX,,,207N00000X\n")},
                     {"a quote that is not closed", provider("\"1000000001,2,CENTRE,AUSTIN,TX,,,207N00000X\n")},
                     {"pl_pfile: a place without a number", place(",1 Main St,AUSTIN\n")},
                     {"pl_pfile: a place of a provider who is not in the directory",
                      place("1000000001,1 Main St,AUSTIN\n")}},
          .sentences_of = of_nppes};
}

MalformedInputs malformed_cqc() {
  const std::string headers =
      "Name,Address,Postcode,Phone number,Service types,CQC Location ID (for office use only)\n";
  return {
      .reader = "CQC",
      .inputs = {{"nothing", ""},
                 {"a table of somebody else", "name,lat\n"},
                 {"fifty lines before the headers",
                  [] {
                    std::string lines;
                    for (int i = 0; i < 60; ++i) lines += "The data is updated weekly\n";
                    return lines;
                  }()},
                 {"a location without a name", headers + ",\"1 Quay, Leeds\",LS1,,Dentist,1-100\n"},
                 {"a place that nobody knows", headers + "Smiles,1 Quay,ZZ1 1ZZ,,Dentist,1-100\n"},
                 {"the same location twice", headers + "Smiles,\"1 Quay, Leeds\",LS1,,Dentist,1-100\nSmiles,\"1 Quay, "
                                                       "Leeds\",LS1,,Dentist,1-100\n"},
                 {"a quote that is not closed", headers + "\"Smiles,1 Quay,LS1,,Dentist,1-100\n"}},
      .sentences_of = of_cqc};
}

MalformedInputs malformed_nhs_ods() {
  const std::string sound =
      "A81001,DENSHAM SURGERY,Y63,QHM,1 QUAY,,,LEEDS,,ZZ18 1HU,19740401,,A,B,16C,20130401,,0164 "
      "2672351,,,,0,,16C,,4,\n";
  const auto without = [&](const std::string& part) {
    auto row = sound;
    return row.erase(row.find(part), part.size());
  };
  return {.reader = "NHS ODS",
          .inputs = {{"a table with headers", "name,lat\nA,1\n"},
                     {"a row of two columns", sound + "broken,row\n"},
                     {"an organisation without a name", without("DENSHAM SURGERY")},
                     {"a place that nobody knows", without("LEEDS")},
                     {"the same organisation twice", sound + sound}},
          .sentences_of = of_nhs_ods};
}

}  // namespace

std::vector<MalformedInputs> malformed_registers() { return {malformed_nppes(), malformed_cqc(), malformed_nhs_ods()}; }

}  // namespace nearme
