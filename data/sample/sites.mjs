// The sites: each drawn from a generator of its own, so that one more site changes no other.
import { phoneIn, postcodeIn, streetIn } from './addresses.mjs';
import { daysBefore, isoMoment } from './days.mjs';
import { hoursOf } from './hours.mjs';
import { descriptionOf, languagesAt, siteName, slugFor } from './names.mjs';
import { apportion, positionIn, readPlaces } from './places.mjs';
import { jsonTable } from './tables.mjs';
import { currencyIn, kindOf, pricesOf, treatmentsOf } from './treatments.mjs';

/** How much a site tells of itself: the chance that each field is filled, for each of three sorts of site. */
const fullness = jsonTable('fullness');

function ratingOf(rng) {
  const value = Math.min(5, Math.max(2.4, 4.4 + 0.45 * rng.normal()));
  const count = 1 + Math.floor(240 * rng.next() * rng.next() * rng.next());
  return { rating: value.toFixed(1), rating_count: count };
}

function pricesText(site, rng) {
  const prices = Object.entries(pricesOf(site, rng));
  return prices.map(([treatment, amount]) => `${treatment}=${amount} ${currencyIn(site.country)}`).join(';');
}

function contacts(site, place, has, rng) {
  const { slug } = site;
  return {
    phone: has('phone') ? phoneIn(place, rng) : '',
    email: has('email') ? `${rng.pick(['hello', 'info', 'reception', 'contact'])}@${slug}.example` : '',
    website: has('website') ? `https://${slug}.example` : '',
    booking_url: has('booking') ? `https://${slug}.example/book` : '',
  };
}

function details(site, place, has, rng) {
  return {
    opening_hours: has('hours') ? hoursOf(site.kind, place.country, rng.fork('hours')) : '',
    prices: has('prices') ? pricesText(site, rng.fork('prices')) : '',
    languages: has('languages') ? languagesAt(place, rng.fork('languages')).join(';') : '',
    wheelchair: has('wheelchair') ? rng.fork('wheelchair').weighted({ yes: 48, limited: 26, no: 26 }) : '',
    description: has('description') ? descriptionOf(site.kind, place, rng.fork('description')) : '',
    ...(has('rating') ? ratingOf(rng.fork('rating')) : {}),
  };
}

function addressOf(place, rng, seedRng) {
  const { lat, lon, area } = positionIn(place, rng.fork('position'), seedRng);
  const street = streetIn(place, rng.fork('street'));
  const postcode = postcodeIn(place, area, rng.fork('postcode'));
  return { street, city: place.city, region: place.region, postcode, country: place.country, lat, lon };
}

function siteOf(serial, place, taken, { rng, date }) {
  const id = `s-${String(serial).padStart(6, '0')}`;
  const draw = rng.fork(`site ${id}`);
  const kind = kindOf(draw.fork('kind'));
  const treatments = treatmentsOf(kind, place.country, draw.fork('treatments'));
  const name = siteName(kind, place, taken.names, draw.fork('name'));
  const site = { id, name, kind, ...addressOf(place, draw, rng), treatments, place };
  site.slug = slugFor(name, place.city, taken.slugs);
  const chances = fullness.chances[draw.fork('fullness').weighted(fullness.shares)];
  const has = (field) => draw.fork(`has ${field}`).chance(chances[field]);
  Object.assign(site, contacts(site, place, has, draw.fork('contacts')), details(site, place, has, draw));
  site.updated_at = isoMoment(daysBefore(date, draw.below(700)), draw);
  return site;
}

/** All sites, place by place. `options.rng` is the seed's generator, `options.date` the day that the data is of. */
export function sitesOf(total, options) {
  const places = readPlaces();
  const counts = apportion(places, total);
  const slugs = new Set();
  const namesByCity = new Map();
  const sites = [];
  places.forEach((place, i) => {
    const city = `${place.country} ${place.city}`;
    const names = namesByCity.get(city) ?? new Set();
    namesByCity.set(city, names);
    for (let k = 0; k < counts[i]; ++k) sites.push(siteOf(sites.length + 1, place, { names, slugs }, options));
  });
  return sites;
}

/** A row of sites.csv. */
export function siteRow(site) {
  return { ...site, treatments: site.treatments.join(';'), fictional: 'yes' };
}
