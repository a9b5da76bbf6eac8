import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { feature } from 'topojson-client';
import { fromCsv } from './csv.mjs';
import { sampleDirectory } from './generate.mjs';

const topology = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('world-atlas/land-10m.json'), 'utf8'));
const outlines = feature(topology, topology.objects.land).features.flatMap(({ geometry }) => {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
});

/** Whether a ray to the east crosses the ring an odd number of times. */
function isInside(ring, lon, lat) {
  let inside = false;
  for (let i = 1; i < ring.length; ++i) {
    const [a, b] = [ring[i - 1], ring[i]];
    if (a[1] > lat === b[1] > lat) continue;
    if (lon < a[0] + ((lat - a[1]) / (b[1] - a[1])) * (b[0] - a[0])) inside = !inside;
  }
  return inside;
}

/** The outlines with the box that each fills, so that most are passed over at once. */
const boxed = outlines.map(([shore, ...lakes]) => {
  const [lons, lats] = [shore.map(([lon]) => lon), shore.map(([, lat]) => lat)];
  const ends = (values) => [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
  const box = [ends(lons), ends(lats)];
  return { shore, lakes, isNear: (...at) => box.every(([low, high], i) => low <= at[i] && at[i] <= high) };
});

function isOnLand(lon, lat) {
  return boxed.some(({ shore, lakes, isNear }) => {
    return isNear(lon, lat) && isInside(shore, lon, lat) && !lakes.some((lake) => isInside(lake, lon, lat));
  });
}

test('of a hundred sites at most one lies off the land of a map that is good to a kilometre', () => {
  const sites = fromCsv(sampleDirectory()['sites.csv']);
  const coastal = sites.filter(({ lat, lon }) => !isOnLand(Number(lon), Number(lat)));
  assert.ok(coastal.length < sites.length / 100, coastal.map(({ city }) => city).join(' '));
});

test('the map itself tells Leeds from the North Sea', () => {
  assert.ok(isOnLand(-1.55, 53.8));
  assert.ok(!isOnLand(3, 56));
});
