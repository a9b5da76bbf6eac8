// The practitioners of a site: how many, of which professions, on which registers (tables/professions.json).
//
// A registration number says what it is: FICT-GMC-004512. No register issues such numbers.
import { personName } from './names.mjs';
import { jsonTable } from './tables.mjs';
import { injected } from './treatments.mjs';

const table = jsonTable('professions');

function registerOf(profession, place, rng) {
  const registers = table.registers[place.country][table.groups[profession]] ?? [''];
  return rng.pick(registers).replace('{region}', place.region);
}

/** "California medical licence" gives FICT-CML-, "GMC" gives FICT-GMC-. */
function numberOn(register, serial) {
  const plain = register.normalize('NFD').replaceAll(/\p{M}/gu, '');
  const words = plain.split(/[\s-]+/).filter((word) => !['de', 'des', 'of'].includes(word));
  const short = words.length === 1 ? words[0].slice(0, 5) : words.map((word) => word[0]).join('');
  return `FICT-${short.toUpperCase()}-${String(serial).padStart(6, '0')}`;
}

/** Salons' professions and a few others never inject. */
function treatmentsBy(profession, site, rng) {
  const mayInject = table.groups[profession] !== 'salon' && !table.never_inject.includes(profession);
  const possible = site.treatments.filter((treatment) => mayInject || !injected.has(treatment));
  return rng.sample(possible, Math.ceil(possible.length * rng.between(0.4, 1)));
}

function practitionerOf(site, place, serial, rng) {
  const profession = rng.weighted(table.by_kind[site.kind]);
  const register = registerOf(profession, place, rng);
  const stated = register !== '' && rng.chance(table.states_number);
  return {
    id: `p-${String(serial).padStart(6, '0')}`,
    sites: [site.id], name: personName(place, rng), profession, treatments: treatmentsBy(profession, site, rng),
    register, registration_number: stated ? numberOn(register, serial) : '', place,
  };
}

function teamSize(kind, rng) {
  return Number(rng.weighted(table.team_sizes[kind] ?? table.other_team_sizes));
}

/** One practitioner in fourteen also works at another site of the same kind in the same city. */
function addSecondSites(practitioners, sites, rng) {
  const alike = groupBy(sites, keyOf);
  const siteById = new Map(sites.map((site) => [site.id, site]));
  for (const practitioner of practitioners) {
    const draw = rng.fork(`second site of ${practitioner.id}`);
    if (!draw.chance(1 / 14)) continue;
    const home = siteById.get(practitioner.sites[0]);
    const other = draw.pick(alike.get(keyOf(home)));
    if (other !== home) practitioner.sites.push(other.id);
  }
}

function keyOf(site) {
  return `${site.country} ${site.city} ${site.kind}`;
}

function groupBy(items, key) {
  const groups = new Map();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

/** All practitioners of all sites, numbered in the order of the sites. */
export function practitionersOf(sites, rng) {
  const practitioners = [];
  for (const site of sites) {
    const draw = rng.fork(`team of ${site.id}`);
    const size = teamSize(site.kind, draw);
    for (let i = 0; i < size; ++i) {
      practitioners.push(practitionerOf(site, site.place, practitioners.length + 1, draw.fork(i)));
    }
  }
  addSecondSites(practitioners, sites, rng);
  return practitioners;
}

/** A row of practitioners.csv. */
export function practitionerRow(practitioner) {
  return {
    ...practitioner,
    site_ids: practitioner.sites.join(';'),
    treatments: practitioner.treatments.join(';'),
    fictional: 'yes',
  };
}
