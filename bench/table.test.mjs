import assert from 'node:assert/strict';
import test from 'node:test';
import { growth, growthForEach, queryTable, short, sizeName, sizesOf, toTable } from './table.mjs';

test('a table without rows still has its head and rule', () => {
  assert.equal(toTable(['a', 'b'], []), '| a   |   b |\n| --- | --: |');
});

test('columns are as wide as their widest cell', () => {
  assert.equal(toTable(['name', 'n'], [['x', 12345]]).split('\n')[2], '| x    | 12345 |');
});

test('numbers keep three digits and large ones their thousands', () => {
  assert.deepEqual([0, 0.1234, 12.345, 1234.5].map(short), ['0', '0.123', '12.3', '1,235']);
});

test('sizes are named by thousands and millions only when whole', () => {
  assert.deepEqual([999, 100_000, 10_000_000].map(sizeName), ['999', '100k', '10M']);
});

test('one size alone has no growth', () => {
  assert.equal(growth([5]), '');
  assert.equal(growth([5, undefined]), '');
  assert.equal(growth([5, 8, 20]), 'x 4');
});

test('growth for each result leaves out what more there is to find', () => {
  assert.equal(growthForEach([5, 20], [10, 20]), 'x 2');
  assert.equal(growthForEach([5, 20], [0, 20]), '');
});

test('a class that one size lacks leaves its cells empty', () => {
  const line = (sites, name) => ({ what: 'query', sites, class: name, p50_us: 1, p99_us: 2, mean_results: 3 });
  const rows = queryTable([line(1000, 'a'), line(1000, 'b'), line(2000, 'a')]).split('\n');
  assert.equal(rows[3].replaceAll(' ', ''), '|b|1|2|3||||||');
});

test('numbers of sites are read with and without k and M, and nothing else is', () => {
  assert.deepEqual(sizesOf('100k,1M,2500'), [100_000, 1_000_000, 2500]);
  for (const wrong of ['', '0', '1.5M', '-3', '10G', '1M,']) assert.throws(() => sizesOf(wrong), /is not a number of sites/);
});
