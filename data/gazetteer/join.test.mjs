import assert from 'node:assert/strict';
import test from 'node:test';
import { joinPlaces, plain } from './join.mjs';

const older = (name, lat, lon, others = {}) => ({
  cityId: 1, name, country: 'GB', adminCode: 'ENG', featureCode: 'PPL', population: 5000,
  loc: { type: 'Point', coordinates: [lon, lat] }, ...others,
});
const newer = (name, lat, lon) => ({
  name, country: 'GB', admin1: 'ENG', admin2: 'H3', lat: String(lat), lng: String(lon),
});
const namesOf = (places) => places.map(({ name }) => name);

test('two empty packages have no places', () => assert.deepEqual(joinPlaces([], []), []));

test('names are compared without case, accents, apostrophes and abbreviation of Saint', () => {
  assert.equal(plain('St. Albans'), plain('SAINT-ALBANS'));
  assert.equal(plain("King’s Lynn"), plain('Kings Lynn'));
  assert.notEqual(plain('Stratford'), plain('Saintratford'));
});

test('a place of one position gets its people from one package and its district from the other', () => {
  const [place] = joinPlaces([older('Genève', 46.2, 6.1)], [newer('Geneva', 46.2, 6.1)]);
  assert.equal(place.name, 'Geneva');
  assert.equal(place.population, 5000);
  assert.equal(place.admin2, 'H3');
  assert.deepEqual([...place.names], ['Genève']);
});

test('a place that moved a little is still the same place', () => {
  const places = joinPlaces([older('Leeds', 53.8, -1.5)], [newer('Leeds', 53.85, -1.55)]);
  assert.equal(places.length, 1);
  assert.equal(places[0].population, 5000);
});

test('places of one name far apart are two places', () => {
  assert.equal(joinPlaces([older('Ash', 51.2, -0.7)], [newer('Ash', 51.3, 1.3)]).length, 2);
});

test('a place that was renamed on the spot is one place with both names', () => {
  const places = joinPlaces([older('Odessa', 46.477, 30.73)], [newer('Odesa', 46.486, 30.744)]);
  assert.deepEqual(namesOf(places), ['Odesa']);
  assert.deepEqual([...places[0].names], ['Odessa']);
});

test('places that are gone and sections that only the older package has are left out', () => {
  const gone = [older('Pripyat', 51.4, 30, { featureCode: 'PPLQ' }), older('Hordel', 51.5, 7.1, { featureCode: 'PPLX' })];
  assert.deepEqual(joinPlaces(gone, []), []);
  assert.deepEqual(joinPlaces([gone[0]], [newer('Pripyat', 51.4, 30)]), []);
});

test('of two records of one town the larger stays', () => {
  const twice = [older('Ash', 51.2, -0.7, { population: 2000 }), older('Ash', 51.21, -0.7, { population: 3000 })];
  assert.deepEqual(joinPlaces(twice, []).map(({ population }) => population), [3000]);
});
