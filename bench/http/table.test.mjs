import assert from 'node:assert/strict';
import test from 'node:test';
import { pathsOf } from './paths.mjs';
import { httpTable, lineOf, median, ratioOf } from './table.mjs';

const said = { requests: 1000, microseconds: 500_000, bytes: 4_000_000, p50_us: 300, p99_us: 900, errors: 0 };

test('the median of an even number of values lies between the two in the middle', () => {
  assert.equal(median([4, 1, 3, 2]), 2.5);
  assert.equal(median([9]), 9);
});

test('a line has rates by the second and costs by the request', () => {
  const line = lineOf('nginx', 0, said, 20_000);
  assert.equal(line.requests_a_second, 2000);
  assert.equal(line.cpu_us_a_request, 20);
  assert.equal(line.bytes_an_answer, 4000);
});

test('a ratio compares servers within a round, so that a slow moment of the machine does not count', () => {
  const line = (server, round, requests) => lineOf(server, round, { ...said, requests }, 1);
  const lines = [line('nginx', 0, 1000), line('nearme', 0, 900), line('nginx', 1, 100), line('nearme', 1, 90)];
  assert.equal(ratioOf(lines, 'requests_a_second'), 0.9);
  assert.match(httpTable(lines), /nearme \/ nginx \| +x 0.9 /);
});

test('every way of asking is asked, each at a place of its own', () => {
  const places = Array.from({ length: 12 }, (_, number) => ({ lat: number, lon: -number, words: ['derma', 'clinic'] }));
  const paths = pathsOf(places, 10);
  assert.equal(new Set(paths).size, 12);
  for (const parameter of ['treatment=', 'q=', 'sort=distance', 'language=', 'bbox=', 'text=derma'])
    assert.ok(paths.some((path) => path.includes(parameter)), parameter);
});

test('a map at the edge of the world is cut there', () => {
  const [, , , , path] = pathsOf(Array.from({ length: 5 }, () => ({ lat: 89.9, lon: -179.9, words: ['derma'] })), 10);
  assert.equal(new URLSearchParams(path.split('?')[1]).get('bbox'), '-180.00000,89.70000,-179.60000,90.00000');
});
