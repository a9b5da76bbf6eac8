import assert from 'node:assert/strict';
import test from 'node:test';
import { addExonyms, otherNames } from './names.mjs';
import { readTable } from './tables.mjs';

const place = (name, country, others = {}) => ({ name, country, area: country, names: new Set(), ...others });
const namesOf = (name, country) => otherNames(place(name, country), new Set());

test('a plain name has no other names', () => assert.deepEqual(namesOf('Leeds', 'GB'), []));

test('what stands behind upon, am or in brackets may be left out', () => {
  assert.deepEqual(namesOf('Newcastle upon Tyne', 'GB'), ['Newcastle']);
  assert.deepEqual(namesOf('Stoke-on-Trent', 'GB'), ['Stoke']);
  assert.deepEqual(namesOf('Frankfurt am Main', 'DE'), ['Frankfurt']);
  assert.deepEqual(namesOf('Frankfurt (Oder)', 'DE'), ['Frankfurt']);
  assert.deepEqual(namesOf('Biel/Bienne', 'CH'), ['Biel', 'Bienne']);
});

test('a short name is not taken from another place of the same area', () => {
  assert.deepEqual(otherNames(place('Halle (West)', 'DE'), new Set(['DE halle'])), []);
});

test('umlauts and ringed letters are spelled out where people do so', () => {
  assert.deepEqual(namesOf('Köln', 'DE'), ['Koeln']);
  assert.deepEqual(namesOf('Århus', 'DK'), ['Aarhus']);
  assert.deepEqual(namesOf('Malmö', 'GB'), []);
});

test('a name of exonyms.tsv that no place has stops the build', () => {
  assert.throws(() => addExonyms([]), /exonyms.tsv names places that do not exist: AD Andorra la Vella/);
});

test('every row of the tables has its fields', () => {
  for (const row of readTable('exonyms.tsv')) assert.equal(row.length, 3, row.join(' '));
  for (const row of readTable('counties.tsv')) assert.equal(row.length, 5, row.join(' '));
  for (const table of ['countries.tsv', 'regions.tsv']) {
    for (const row of readTable(table)) assert.equal(row.length, 2, row.join(' '));
  }
});
