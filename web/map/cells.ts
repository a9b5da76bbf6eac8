import type { Feature, FeatureCollection, LineString, Polygon, Position } from "geojson";

/** The offline map's cells of ten degrees, as web/build/map_cells.mjs packs them. Pure functions. */

export type Town = readonly [name: string, lonThousandths: number, latThousandths: number, hundreds: number, names?: Readonly<Record<string, string>>];

/** What a town is called in a language of the pages; where that is not known, as GeoNames calls it. The map draws letter by
 * letter, and on a page from right to left browsers turn a bracket that stands alone: there "Frankfurt (Oder)" gets a comma. */
export function labelOf([name, , , , names]: Town, language: string): string {
  const label = names?.[language] ?? name;
  return language === "ar" ? label.replace(/ \((.*)\)/u, ", $1") : label;
}

export interface Cell {
  readonly land: readonly (readonly (readonly number[])[])[];
  readonly borders: readonly (readonly number[])[];
  readonly towns: readonly Town[];
}

export interface Box { readonly west: number; readonly south: number; readonly east: number; readonly north: number }

const cellDegrees = 10;
const stepsPerDegree = 500;
export const noCell: Cell = { land: [], borders: [], towns: [] };

/** Keys of the cells that a box touches; a box over the antimeridian may reach past 180. */
export function cellKeys({ west, south, east, north }: Box): string[] {
  const keys: string[] = [];
  for (let x = Math.floor(west / cellDegrees); x * cellDegrees < east; x += 1) {
    const wrapped = ((((x + 18) % 36) + 36) % 36) - 18;
    for (let y = Math.floor(south / cellDegrees); y * cellDegrees < north; y += 1) keys.push(`${wrapped}_${y}`);
  }
  return keys;
}

export function unpackLine(packed: readonly number[]): Position[] {
  const points: Position[] = [];
  let [lon, lat] = [0, 0];
  for (let i = 0; i + 1 < packed.length; i += 2) {
    lon += packed[i] ?? 0;
    lat += packed[i + 1] ?? 0;
    points.push([lon / stepsPerDegree, lat / stepsPerDegree]);
  }
  return points;
}

function closed(ring: Position[]): Position[] {
  const first = ring[0];
  return first === undefined ? ring : [...ring, first];
}

const featureOf = <Shape extends Polygon | LineString>(geometry: Shape): Feature<Shape> => ({ type: "Feature", properties: {}, geometry });

export function landOf(cells: readonly Cell[]): FeatureCollection<Polygon> {
  const polygons = cells.flatMap((cell) => cell.land);
  return { type: "FeatureCollection", features: polygons.map((rings) =>
    featureOf({ type: "Polygon", coordinates: rings.map((ring) => closed(unpackLine(ring))) })) };
}

export function bordersOf(cells: readonly Cell[]): FeatureCollection<LineString> {
  const lines = cells.flatMap((cell) => cell.borders);
  return { type: "FeatureCollection", features: lines.map((line) => featureOf({ type: "LineString", coordinates: unpackLine(line) })) };
}

/** The largest towns inside a box, at most `count`; each cell has its largest first. */
export function largestTowns(cells: readonly Cell[], box: Box, count: number): Town[] {
  const inside = ([, lon, lat]: Town): boolean =>
    lon >= box.west * 1000 && lon <= box.east * 1000 && lat >= box.south * 1000 && lat <= box.north * 1000;
  return cells.flatMap((cell) => cell.towns.filter(inside).slice(0, count)).sort((a, b) => b[3] - a[3]).slice(0, count);
}
