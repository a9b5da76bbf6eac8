// Streets, postcodes and telephone numbers (tables/addresses.json).
//
// Postcodes have the real area and the real form, but what follows the area cannot exist where the country leaves
// letters unused: British codes end in two of C I K M O V, Irish and Canadian ones use letters that theirs never do,
// Dutch ones end in SA, SD or SS. Telephone numbers come from ranges that are kept for fiction; where a country keeps
// none, there is no number.
import { jsonTable } from './tables.mjs';

const table = jsonTable('addresses');

function fill(form, rng) {
  return form.replaceAll(/[#!%@^]/g, (sign) => rng.pick(table.postcode_signs[sign]));
}

/** A street with a house number, as people of the country write it. */
export function streetIn(place, rng) {
  const street = rng.pick(table.streets[`${place.country}-${place.region}`] ?? table.streets[place.country]);
  const number = 1 + Math.floor(table.highest_number[place.country] * rng.next() * rng.next());
  return table.street_forms[place.country].replace('{number}', number).replace('{street}', street);
}

/** A postcode of the area. A form with a star is filled up with digits to the country's length. */
export function postcodeIn(place, area, rng) {
  const form = table.postcode_forms[place.country].replace('{area}', area);
  if (!form.endsWith('*')) return fill(form, rng);
  const missing = table.postcode_length[place.country] - area.length;
  return area + rng.digits(missing - 1) + (missing > 0 ? 1 + rng.below(9) : '');
}

/** A number that rings nowhere, or none. One British site in eight gives a mobile. */
export function phoneIn(place, rng) {
  const mobile = place.country === 'GB' && rng.chance(0.125);
  const form = mobile ? table.phones['GB-mobile'] : (table.phones[place.city] ?? table.phones[place.country]);
  return form ? fill(form, rng) : '';
}
