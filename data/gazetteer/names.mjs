// The other names of a place: what people write who do not write what GeoNames has.
import { plain } from './join.mjs';
import { list, readTable } from './tables.mjs';

const GERMAN = new Set(['DE', 'AT', 'CH', 'LI']);
const NORDIC = new Set(['DK', 'NO', 'SE', 'FI', 'FO', 'GL', 'IS']);
const BRITISH = new Set(['GB', 'IE', 'IM', 'JE', 'GG']);

const spellOut = (name, letters) => name.replace(/./gu, (letter) => letters[letter] ?? letter);

const UMLAUTS = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' };
const NORDIC_LETTERS = { å: 'aa', Å: 'Aa', ø: 'oe', Ø: 'Oe', æ: 'ae', Æ: 'Ae', ö: 'oe', Ö: 'Oe', ä: 'ae', Ä: 'Ae' };

// Rules give the names that follow from a name in a country. Those of spelling hold for names in any language.
const SPELLINGS = [
  (name, country) => (GERMAN.has(country) ? [spellOut(name, UMLAUTS)] : []),
  (name, country) => (NORDIC.has(country) ? [spellOut(name, NORDIC_LETTERS)] : []),
];

// Those that shorten a name hold unless the area has a place of the short name: Zürich (Kreis 11) is not Zürich.
const SHORTENINGS = [
  // Frankfurt (Oder), Washington, D.C.
  (name) => [name.replace(/\s*\(.*\)/, ''), name.replace(/,.*/, '')],
  // Biel/Bienne, Bozen - Bolzano
  (name) => name.split(/\s*\/\s*|\s+[-–]\s+/),
  // City of Westminster
  (name) => [name.replace(/^City of /, '')],
  // Newcastle upon Tyne, Stratford-upon-Avon, Stoke-on-Trent
  (name, country) => (BRITISH.has(country) ? [name.replace(/[ -](upon|on|under)[ -].*/i, '')] : []),
  // Frankfurt am Main, Rothenburg ob der Tauber
  (name, country) =>
    GERMAN.has(country) ? [name.replace(/ (am|an der|an|im|in der|in|bei|ob der|vor der|auf|a\.d\.) .*/, '')] : [],
];

const apply = (rules, names, country) => names.flatMap((name) => rules.flatMap((rule) => rule(name, country)));

const nameInArea = ({ area }, name) => `${area} ${plain(name)}`;

/** The names of all places, each with its area, for otherNames. */
export const namesInAreas = (places) => new Set(places.map((place) => nameInArea(place, place.name)));

/** All other names of a place, each once, in the order of their code units. */
export function otherNames(place, taken) {
  const { name, names, exonyms = [], country } = place;
  const short = apply(SHORTENINGS, [name, ...names], country);
  const known = [...names, ...exonyms, ...short.filter((each) => !taken.has(nameInArea(place, each)))];
  const others = new Map();
  for (const other of [...known, ...apply(SPELLINGS, [name, ...known], country)]) {
    const key = plain(other);
    if (key.length >= 2 && key !== plain(name) && !others.has(key)) others.set(key, other.trim());
  }
  return [...others.values()].sort((a, b) => (a < b ? -1 : 1));
}

/** Adds the names of exonyms.tsv. A row that names no place is an error: the table must stay true. */
export function addExonyms(places) {
  const byName = new Map();
  for (const place of [...places].sort((a, b) => a.population - b.population)) {
    for (const name of [...place.names, place.name]) byName.set(`${place.country} ${plain(name)}`, place);
  }
  const missing = [];
  for (const [country, name, others] of readTable('exonyms.tsv')) {
    const place = byName.get(`${country} ${plain(name)}`);
    if (!place) missing.push(`${country} ${name}`);
    else place.exonyms = list(others);
  }
  if (missing.length > 0) throw new Error(`exonyms.tsv names places that do not exist: ${missing.join(', ')}`);
}
