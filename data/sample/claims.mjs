// What is claimed of practitioners and sites, and what of it somebody has confirmed (tables/claims.json).
//
// A claim without a source is the subject's own word. Many sites and people claim nothing at all, and that is kept so.
import { daysAfter, daysBefore } from './days.mjs';
import { jsonTable } from './tables.mjs';

const table = jsonTable('claims');
const year = 365;

/** Checked at most eleven months ago, good for a year and more after the date. */
function confirmed(date, rng, by = table.confirmed_by) {
  const checked = daysBefore(date, 1 + rng.below(330));
  return { source: by, checked_at: checked, expires_at: daysAfter(date, 90 + rng.below(2 * year)) };
}

/** Confirmed once; past its expiry since. */
function expired(date, rng) {
  const ended = daysBefore(date, 1 + rng.below(year));
  return { source: table.confirmed_by, checked_at: daysBefore(ended, 1 + rng.below(year)), expires_at: ended };
}

const nothingMore = { treatment: '', source: '', checked_at: '', expires_at: '', url: '' };

function standing(state, date, rng) {
  if (state === 'confirmed') return confirmed(date, rng);
  return state === 'expired' ? expired(date, rng) : nothingMore;
}

/** The registration of a practitioner who states a number: confirmed, declared, expired, or not spoken of. */
function registrationOf(practitioner, date, rng) {
  if (!practitioner.registration_number) return [];
  const state = rng.weighted(table.registration);
  if (state === 'none') return [];
  const value = `${practitioner.register} ${practitioner.registration_number}`;
  const claim = { ...nothingMore, subject_id: practitioner.id, claim: 'registration', value };
  const url = state === 'declared' ? '' : `${table.url}${practitioner.registration_number}`;
  return [{ ...claim, ...standing(state, date, rng), url }];
}

function declared(subject, claim, value) {
  return { ...nothingMore, subject_id: subject.id, claim, value };
}

function claimsOfPractitioner(practitioner, { rng, date }) {
  const draw = rng.fork(`claims of ${practitioner.id}`);
  const claims = registrationOf(practitioner, date, draw);
  if (draw.chance(0.24)) claims.push(declared(practitioner, 'training', draw.pick(table.training)));
  if (draw.chance(0.12)) claims.push(declared(practitioner, 'insurance', draw.pick(table.insurance)));
  return claims;
}

function licenceOf(site, date, rng) {
  const form = table.licence[site.country] ?? table.licence[''];
  const claim = declared(site, 'licence', form.replace('{serial}', rng.digits(5)));
  return { ...claim, ...standing(rng.weighted({ confirmed: 45, declared: 45, expired: 10 }), date, rng) };
}

/** Cleanliness that an inspection has seen is rare. */
function sterileOf(site, date, rng) {
  const claim = declared(site, 'single-use-sterile', rng.pick(table['single-use-sterile']));
  return rng.chance(0.18) ? { ...claim, ...confirmed(date, rng, table.inspected_by) } : claim;
}

function devicesOf(site, rng) {
  const used = site.treatments.filter((treatment) => table.devices[treatment] && rng.chance(0.35));
  return used.map((treatment) => {
    const value = rng.pick(table.devices[treatment]).replace('{serial}', rng.digits(6));
    return { ...declared(site, 'device', value), treatment };
  });
}

function insuranceOf(site, date, rng) {
  const claim = declared(site, 'insurance', rng.pick(table.insurance));
  return rng.chance(0.4) ? { ...claim, expires_at: daysAfter(date, rng.below(500) - 60) } : claim;
}

function claimsOfSite(site, { rng, date }) {
  const draw = rng.fork(`claims of ${site.id}`);
  if (!draw.chance(table.site_speaks[site.kind])) return [];
  const usesNeedles = site.treatments.some((treatment) => table.needled.includes(treatment));
  const claims = [];
  if (draw.chance(0.3)) claims.push(licenceOf(site, date, draw));
  if (draw.chance(0.6)) claims.push(insuranceOf(site, date, draw));
  if (usesNeedles && draw.chance(0.6)) claims.push(sterileOf(site, date, draw));
  if (draw.chance(0.35)) claims.push(declared(site, 'consultation', draw.pick(table.consultation)));
  return [...claims, ...devicesOf(site, draw)];
}

/** What few places say and a careful person asks for: how deep the needles go, and where to complain. */
function rarerClaimsOfSite(site, { rng }) {
  const draw = rng.fork(`rarer claims of ${site.id}`);
  const claims = [];
  const treatment = site.treatments.find((each) => table['set-to-a-depth'].includes(each));
  if (treatment && draw.chance(0.3)) claims.push({ ...declared(site, 'needle-depth', draw.pick(table['needle-depth'])), treatment });
  if (draw.chance(table.site_speaks[site.kind] / 3)) claims.push(declared(site, 'complaints', draw.pick(table.complaints)));
  return claims;
}

/** What holds for one treatment alone: a licence that the place has for it, a course that somebody took in it. */
function licencesForOneOf(site, { rng, date }) {
  const draw = rng.fork(`licence for one treatment of ${site.id}`);
  const licensed = site.treatments.filter((treatment) => table.licensed.includes(treatment));
  if (licensed.length === 0 || !draw.chance(table.site_speaks[site.kind] / 8)) return [];
  return [{ ...licenceOf(site, date, draw), treatment: draw.pick(licensed) }];
}

function coursesOf(practitioner, { rng }) {
  const draw = rng.fork(`courses of ${practitioner.id}`);
  const taught = practitioner.treatments.filter((treatment) => table.courses[treatment]);
  const taken = taught.filter(() => draw.chance(0.2));
  return taken.map((treatment) => ({ ...declared(practitioner, 'training', table.courses[treatment]), treatment }));
}

/** All claims: of the sites, then of the practitioners. They are rows of claims.csv as they stand. */
export function claimsOf(sites, practitioners, options) {
  return [
    ...sites.flatMap((site) => [
      ...claimsOfSite(site, options), ...rarerClaimsOfSite(site, options), ...licencesForOneOf(site, options),
    ]),
    ...practitioners.flatMap((practitioner) => [
      ...claimsOfPractitioner(practitioner, options), ...coursesOf(practitioner, options),
    ]),
  ];
}
