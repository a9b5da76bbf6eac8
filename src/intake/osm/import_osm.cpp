#include "intake/osm/import_osm.hpp"

#include "intake/osm/objects.hpp"
#include "intake/osm/tags.hpp"

namespace nearme {
namespace {

Result<void> take_object(const OsmObject& object, const TagRules& rules, Importer& importer) {
  auto row = row_at(0);
  fill_from_tags(row, object.tags, rules.kinds_of(object.tags), importer.context());
  row[Column::id] = osm_id(object.type, object.id);
  if (object.changed_at) row[Column::updated_at] = format_instant(*object.changed_at);
  if (!object.position) {
    importer.reject(0, "no geometry in this extract", fmt::format("{} {}", row[Column::id], row[Column::name]));
    return {};
  }
  row[Column::lat] = fmt::format("{:.7f}", object.position->lat);
  row[Column::lon] = fmt::format("{:.7f}", object.position->lon);
  return importer.take(row);
}

}  // namespace

Result<void> import_osm(const InputFile& file, Importer& importer) {
  // libosmium reads plain files, gzip and bzip2 by itself, in parallel.
  if (file.packing() == Packing::zip || file.packing() == Packing::zstd) {
    TRY(const auto plain, file.unpacked());
    return import_osm(plain, importer);
  }
  importer.licensed_under(std::string(kOsmLicence), std::string(kOsmAttribution));
  const TagRules rules(importer.context().catalogue);
  return read_osm(file, {.knows_key = [&](std::string_view key) { return rules.knows_key(key); },
                         .wants = [&](const Tags& tags) { return !rules.kinds_of(tags).empty(); },
                         .on_object = [&](const OsmObject& object) { return take_object(object, rules, importer); },
                         .on_other = [&] { importer.skip(); },
                         .on_progress = [&](std::uint64_t read, std::uint64_t all) { importer.at_byte(read, all); }});
}

}  // namespace nearme
