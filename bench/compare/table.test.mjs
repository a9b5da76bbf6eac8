import assert from 'node:assert/strict';
import test from 'node:test';
import { compareTable, goalOf, ratio } from './table.mjs';

test('a ratio that reaches the goal stands bare, one that does not in brackets', () => {
  assert.equal(ratio(100, 10, 10), 'x 10');
  assert.equal(ratio(99, 10, 10), '(x 9.9)');
});

test('the box of a map has a goal of its own', () => {
  assert.deepEqual(['map', 'nearest'].map(goalOf), [3, 10]);
});

test('a row sets every other engine beside nearme and says how many answers were the same', () => {
  const line = (engine, p50_us, p99_us, answers_different) => ({
    what: 'compare',
    class: 'nearest',
    engine,
    p50_us,
    p99_us,
    answers_compared: 200,
    answers_different,
  });
  const rows = compareTable([line('nearme', 10, 20, 0), line('sqlite', 150, 100, 0), line('postgis', 200, 400, 3)]).split('\n');
  assert.equal(rows[2].replaceAll(' ', ''), '|nearest|10|20|150|100|x15|(x5)|200|400|x20|x20|200,197|');
});
