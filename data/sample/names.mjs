// What sites and people are called, and what sites say of themselves. Every name ends in the mark.
import { jsonTable } from './tables.mjs';

const names = jsonTable('names');
const people = jsonTable('people');
const texts = jsonTable('descriptions');

export const mark = ' (fictional)';

/** A row of a table by country, or by country and region where there is one ("CA-Québec"). */
function localOf(table, place) {
  return table[`${place.country}-${place.region}`] ?? table[place.country];
}

export function languageOf(place) {
  return localOf(names.languages, place);
}

function originOf(place, rng) {
  return rng.weighted(localOf(people.origins, place));
}

/** "Priya Mehta (fictional)". */
export function personName(place, rng) {
  const origin = originOf(place, rng);
  return `${rng.pick(people.given[origin])} ${rng.pick(people.family[origin])}${mark}`;
}

function familyName(language, rng) {
  return rng.pick(people.family[language]).split(' ')[0];
}

function nameOnce(kind, language, rng) {
  const first = rng.pick(names.words[language]);
  const second = rng.pick(names.words[language].filter((word) => word !== first));
  const [f, f2] = [familyName(language, rng), familyName(language, rng)];
  const form = rng.pick(names.forms[language][kind]);
  return form.replace('{w}', first).replace('{w2}', second).replace('{f}', f).replace('{f2}', f2) + mark;
}

/** A name of a site that is not in `taken` yet, which holds those of the same city; it is added there. */
export function siteName(kind, place, taken, rng) {
  let name = nameOnce(kind, languageOf(place), rng);
  for (let tries = 0; taken.has(name) && tries < 40; ++tries) name = nameOnce(kind, languageOf(place), rng);
  taken.add(name);
  return name;
}

/** "Wren Skin Clinic (fictional)" in Leeds is wren-skin-clinic-leeds; taken ones get a number. */
export function slugFor(name, city, taken) {
  const words = `${name.slice(0, -mark.length)} ${city}`.toLowerCase().replaceAll('ß', 'ss').replaceAll('ł', 'l');
  const plain = words.normalize('NFD').replaceAll(/\p{M}/gu, '');
  const slug = plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
  let free = slug;
  for (let next = 2; taken.has(free); ++next) free = `${slug}-${next}`;
  taken.add(free);
  return free;
}

export function descriptionOf(kind, place, rng) {
  return rng.pick(texts[texts.groups[kind]][languageOf(place)]);
}

/** The local language, then the others that are spoken there. */
export function languagesAt(place, rng) {
  const others = Object.entries(localOf(texts.spoken, place)).filter(([, share]) => rng.chance(share));
  return [languageOf(place), ...others.map(([language]) => language)];
}
