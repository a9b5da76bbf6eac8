// The other names of a place: what people write who do not write what GeoNames has.
import { plain } from './join.mjs';
import { list, readTable } from './tables.mjs';

const GERMAN = new Set(['DE', 'AT', 'CH', 'LI']);
const NORDIC = new Set(['DK', 'NO', 'SE', 'FI', 'FO', 'GL', 'IS']);
const BRITISH = new Set(['GB', 'IE', 'IM', 'JE', 'GG']);

const spellOut = (name, letters) => name.replace(/./gu, (letter) => letters[letter] ?? letter);

const UMLAUTS = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' };
const NORDIC_LETTERS = { å: 'aa', Å: 'Aa', ø: 'oe', Ø: 'Oe', æ: 'ae', Æ: 'Ae', ö: 'oe', Ö: 'Oe', ä: 'ae', Ä: 'Ae' };

// Each rule gives the names that follow from a name in a country; a name that equals the first is dropped later.
const RULES = [
  // Frankfurt (Oder), Washington, D.C.
  (name) => [name.replace(/\s*\(.*\)/, ''), name.replace(/,.*/, '')],
  // Biel/Bienne, Bozen - Bolzano
  (name) => name.split(/\s*\/\s*|\s+[-–]\s+/),
  // Newcastle upon Tyne, Stratford-upon-Avon, Stoke-on-Trent
  (name, country) => (BRITISH.has(country) ? [name.replace(/[ -](upon|on|under)[ -].*/i, '')] : []),
  // Frankfurt am Main, Freiburg im Breisgau, Rothenburg ob der Tauber
  (name, country) =>
    GERMAN.has(country) ? [name.replace(/ (am|an der|an|im|in der|in|bei|ob der|vor der|auf|a\.d\.) .*/, '')] : [],
  (name, country) => (GERMAN.has(country) ? [spellOut(name, UMLAUTS)] : []),
  (name, country) => (NORDIC.has(country) ? [spellOut(name, NORDIC_LETTERS)] : []),
];

/** All other names of a place, each once, in the order of their code units. */
export function otherNames({ name, names, exonyms = [], country }) {
  const known = [name, ...names];
  const derived = known.flatMap((each) => RULES.flatMap((rule) => rule(each, country)));
  const others = new Map();
  for (const other of [...names, ...exonyms, ...derived]) {
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
