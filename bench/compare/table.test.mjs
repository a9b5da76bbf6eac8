import assert from 'node:assert/strict';
import test from 'node:test';
import { goalOf, multiplesTable, ratio, timesTable } from './table.mjs';

test('a ratio that reaches the goal stands bare, one that does not in brackets', () => {
  assert.equal(ratio(100, 10, 10), 'x 10');
  assert.equal(ratio(99, 10, 10), '(x 9.9)');
});

test('the box of a map has a goal of its own', () => {
  assert.deepEqual(['map-nearest', 'nearest'].map(goalOf), [3, 10]);
});

const line = (engine, p50_us, p99_us, answers_different) => ({
  what: 'compare',
  class: 'nearest',
  engine,
  p50_us,
  p99_us,
  answers_compared: 200,
  answers_different,
});
const lines = [line('nearme', 10, 20, 0), line('sqlite', 150, 100, 0), line('postgis', 200, 400, 3)];
const firstRow = (table) => table.split('\n')[2].replaceAll(' ', '');

test('a row has the times of every engine and how many answers of the others were the same', () => {
  assert.equal(firstRow(timesTable(lines)), '|nearest|10|20|150|100|200|400|200,197|');
});

test('a row has the times of the others as multiples', () => {
  assert.equal(firstRow(multiplesTable(lines)), '|nearest|x15|(x5)|x20|x20|');
});
