// The areas that places lie in: countries, their regions, and districts and counties within these. Every place gets the
// key of its smallest area; areas name their parents.
import { list, readTable } from './tables.mjs';

const LANGUAGES = ['en', 'de', 'fr', 'es', 'pl'];

function countryArea(code, shortForms) {
  const names = LANGUAGES.map((language) => new Intl.DisplayNames([language], { type: 'region' }).of(code));
  const others = [code, ...names.slice(1), ...(shortForms.get(code) ?? [])];
  return { key: code, parent: '', kind: 'country', name: names[0], others };
}

// The wording of administrations around the name that people use.
const WORDING = [
  /^(Metropolitan |Royal |City and )?(Borough|County|District) of /,
  /^(City|State|Province|Region|Department|Departement|Municipality|Canton) of /,
  /^(Landkreis|Provincia di|Provincia de|Powiat|Kreis|Arrondissement de|Sir) /,
  / (County Borough|County|Parish|District|Province|Municipality|Region|Voivodeship|Prefecture|Department|City|Council)$/i,
];

const withoutWording = (name) => WORDING.reduce((rest, pattern) => rest.replace(pattern, ''), name);

function areaFrom(key, parent, kind, name, others) {
  const code = key.split('.').pop();
  const bare = withoutWording(name);
  const all = [...(bare === name ? [] : [bare]), ...(kind === 'region' && /^[A-Z]{2,3}$/.test(code) ? [code] : []), ...others];
  return { key, parent, kind, name, others: all };
}

/** The key of the smallest area that is known by name. */
function innermost(place, names1, names2) {
  const region = `${place.country}.${place.admin1}`;
  const district = `${region}.${place.admin2}`;
  if (place.admin2 && names1.has(region) && names2.has(district)) return district;
  return names1.has(region) ? region : place.country;
}

const mapFrom = (rows) => new Map(rows.map(({ code, name }) => [code, name.replace(/[\t\n|]/g, ' ')]));
const tableOf = (name) => new Map(readTable(name).map(([key, others]) => [key, list(others)]));

/** Counties between districts and regions: { key -> area } and { child's key -> parent's key }. */
function readCounties() {
  const counties = new Map();
  const parents = new Map();
  for (const [key, parent, name, others, children] of readTable('counties.tsv')) {
    if (name) counties.set(key, { key, parent, kind: 'district', name, others: list(others) });
    for (const child of list(children)) parents.set(child, key);
  }
  return { counties, parents };
}

function withParents(keys, parentOf) {
  const all = new Set();
  for (const start of keys) {
    for (let key = start; key && !all.has(key); key = parentOf(key)) all.add(key);
  }
  return all;
}

/** Sets `area` of every place; gives all areas that are needed, each after its parent. */
export function areasOf(places, admin1, admin2) {
  const [names1, names2] = [mapFrom(admin1), mapFrom(admin2)];
  const [shortForms, regionNames] = [tableOf('countries.tsv'), tableOf('regions.tsv')];
  const { counties, parents } = readCounties();
  for (const place of places) place.area = innermost(place, names1, names2);
  const parentOf = (key) => parents.get(key) ?? counties.get(key)?.parent ?? key.split('.').slice(0, -1).join('.');
  const depthOf = (key) => (key === '' ? 0 : 1 + depthOf(parentOf(key)));
  const areaOf = (key) => {
    const levels = key.split('.').length;
    if (counties.has(key)) return counties.get(key);
    if (levels === 1) return countryArea(key, shortForms);
    if (levels === 2) return areaFrom(key, parentOf(key), 'region', names1.get(key), regionNames.get(key) ?? []);
    return areaFrom(key, parentOf(key), 'district', names2.get(key), []);
  };
  const keys = [...withParents(new Set(places.map(({ area }) => area)), parentOf)].sort();
  return keys.sort((a, b) => depthOf(a) - depthOf(b)).map(areaOf);
}
