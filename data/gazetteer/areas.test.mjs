import assert from 'node:assert/strict';
import test from 'node:test';
import { areasOf } from './areas.mjs';

const admin1 = [{ code: 'GB.ENG', name: 'England' }, { code: 'US.TX', name: 'Texas' }];
const admin2 = [{ code: 'GB.ENG.H3', name: 'City and Borough of Leeds' }, { code: 'US.TX.001', name: 'Anderson County' }];
const place = (country, admin1Code, admin2Code) => ({ country, admin1: admin1Code, admin2: admin2Code });

function areasByKey(...places) {
  return new Map(areasOf(places, admin1, admin2).map((area) => [area.key, area]));
}

test('a place lies in the smallest area that is known by name', () => {
  const places = [place('GB', 'ENG', 'H3'), place('GB', 'ENG', 'unknown'), place('GB', 'unknown', 'H3')];
  areasOf(places, admin1, admin2);
  assert.deepEqual(places.map(({ area }) => area), ['GB.ENG.H3', 'GB.ENG', 'GB']);
});

test('every area comes after its parent', () => {
  const seen = new Set(['']);
  for (const area of areasOf([place('GB', 'ENG', 'H3'), place('US', 'TX', '001')], admin1, admin2)) {
    assert.ok(seen.has(area.parent), area.key);
    seen.add(area.key);
  }
});

test('Leeds lies in West Yorkshire, and that in Yorkshire', () => {
  const areas = areasByKey(place('GB', 'ENG', 'H3'));
  assert.equal(areas.get('GB.ENG.H3').parent, 'GB.ENG.west-yorkshire');
  assert.equal(areas.get('GB.ENG.west-yorkshire').parent, 'GB.ENG.yorkshire');
  assert.equal(areas.get('GB.ENG.yorkshire').parent, 'GB.ENG');
});

test('countries and regions are known by their codes and short forms, districts without their wording', () => {
  const areas = areasByKey(place('GB', 'ENG', 'H3'), place('US', 'TX', '001'));
  for (const name of ['GB', 'UK', 'Royaume-Uni']) assert.ok(areas.get('GB').others.includes(name), name);
  assert.ok(areas.get('US.TX').others.includes('TX'));
  assert.ok(areas.get('GB.ENG.H3').others.includes('Leeds'));
  assert.ok(areas.get('US.TX.001').others.includes('Anderson'));
});
