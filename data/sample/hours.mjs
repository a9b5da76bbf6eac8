// Opening hours in the syntax of OpenStreetMap, by kind of site and country (tables/hours.json).
import { jsonTable } from './tables.mjs';

const table = jsonTable('hours');

function patternsFor(kind, country) {
  const group = table.groups[kind];
  return [...table.patterns[group], ...(table.local[country]?.[group] ?? [])];
}

/** Where a country has patterns of its own, three sites in four follow them. */
function patternFor(kind, country, rng) {
  const own = table.local[country]?.[table.groups[kind]];
  return own && rng.chance(0.75) ? rng.pick(own) : rng.pick(patternsFor(kind, country));
}

export function hoursOf(kind, country, rng) {
  if (rng.chance(table.by_appointment)) return 'Mo-Fr 09:00-17:00 "by appointment"';
  const pattern = patternFor(kind, country, rng);
  const closes = !pattern.includes('PH') && rng.chance(table.with_holidays);
  return closes ? `${pattern}; PH off` : pattern;
}
