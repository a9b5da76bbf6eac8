import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromCsv, toCsv } from './csv.mjs';
import { slugFor } from './names.mjs';
import { apportion, positionIn, readPlaces } from './places.mjs';
import { Rng } from './rng.mjs';

test('fields with commas, quotes and line breaks come back as they were', () => {
  const rows = [{ a: 'He said "no", twice', b: '' }, { a: 'two\nlines', b: 'ü,ł' }];
  assert.deepEqual(fromCsv(toCsv(['a', 'b'], rows)), rows);
});

test('a table without rows is its header', () => {
  assert.equal(toCsv(['a', 'b'], []), 'a,b\n');
  assert.deepEqual(fromCsv('a,b\n'), []);
});

test('a fork draws the same however much its parent has drawn', () => {
  const [fresh, used] = [new Rng('x'), new Rng('x')];
  for (let i = 0; i < 10; ++i) used.next();
  assert.equal(fresh.fork('site').next(), used.fork('site').next());
  assert.notEqual(fresh.fork('site').next(), fresh.fork('sites').next());
});

test('draws are spread evenly over their range', () => {
  const rng = new Rng('even');
  const counts = new Array(10).fill(0);
  for (let i = 0; i < 20000; ++i) ++counts[rng.below(10)];
  for (const count of counts) assert.ok(count > 1800 && count < 2200, String(counts));
});

test('a weight of nothing is never drawn', () => {
  const rng = new Rng('weights');
  for (let i = 0; i < 1000; ++i) assert.notEqual(rng.weighted({ often: 5, never: 0 }), 'never');
});

test('a sample has different members, in the order of the list', () => {
  const rng = new Rng('sample');
  for (let i = 0; i < 100; ++i) {
    const drawn = rng.sample([1, 2, 3, 4, 5], 3);
    assert.equal(new Set(drawn).size, 3);
    assert.deepEqual(drawn, [...drawn].sort());
  }
});

test('shares add up to the total, for every total', () => {
  const places = [{ weight: 1 }, { weight: 1 }, { weight: 1 }];
  for (let total = 0; total < 10; ++total) {
    assert.equal(apportion(places, total).reduce((sum, count) => sum + count, 0), total);
  }
});

test('no point crosses the shore of a town by the sea', () => {
  const brighton = readPlaces().find(({ city }) => city === 'Brighton');
  const seed = new Rng('shore');
  for (let i = 0; i < 500; ++i) {
    const { lat } = positionIn(brighton, seed.fork(i), seed);
    assert.ok(brighton.centre.lat - Number(lat) < 0.601 / 111.195, lat);
  }
});

test('two sites of one name in one city get two slugs', () => {
  const taken = new Set();
  assert.equal(slugFor('Bez Łąka & Süß (fictional)', 'Łódź', taken), 'bez-laka-suss-lodz');
  assert.equal(slugFor('Bez Łąka & Süß (fictional)', 'Łódź', taken), 'bez-laka-suss-lodz-2');
});
