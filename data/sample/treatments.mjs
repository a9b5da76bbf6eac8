// What a site offers, by its kind, and what it asks for it, by its market (tables/treatments.json).
import { jsonTable } from './tables.mjs';

const table = jsonTable('treatments');

export const kinds = Object.keys(table.kind_shares);
export const treatments = Object.keys(table.price_gbp);
export const injected = new Set(table.injected);

export function kindOf(rng) {
  return rng.weighted(table.kind_shares);
}

/** Salons inject only where that is not kept to medical professions. */
function isAllowed(treatment, kind, country) {
  return !injected.has(treatment) || kind !== 'beauty-salon' || table.injecting_salons.includes(country);
}

/** Ids of the catalogue, in the table's order. May be empty: a pharmacy as a rule offers none of them. */
export function treatmentsOf(kind, country, rng) {
  const drawn = Object.entries(table.offers[kind]).filter(([, probability]) => rng.chance(probability));
  return drawn.map(([treatment]) => treatment).filter((treatment) => isAllowed(treatment, kind, country));
}

function priceOf(treatment, site, level, rng) {
  const { step } = table.markets[site.country];
  const amount = table.price_gbp[treatment] * level * rng.between(0.82, 1.22);
  return Math.max(step, Math.round(amount / step) * step);
}

/** Prices of most of the treatments, {treatment: amount}, in the currency of the site's country. */
export function pricesOf(site, rng) {
  const market = table.markets[site.country];
  const local = (table.dear_cities[site.city] ?? 1) * (table.kind_levels[site.kind] ?? 1);
  const level = market.level * local * rng.between(0.8, 1.25);
  const priced = site.treatments.filter(() => rng.chance(0.85));
  return Object.fromEntries(priced.map((treatment) => [treatment, priceOf(treatment, site, level, rng)]));
}

export function currencyIn(country) {
  return table.markets[country].currency;
}
