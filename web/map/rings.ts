import type { Feature, FeatureCollection, LineString, Position } from "geojson";

/** Rings of equal distance around the place asked for: a scale where the map has no streets. Pure. */

const earthKilometres = 6371.0088;
const radians = Math.PI / 180;

/** The point at a distance and bearing from another, on the sphere. */
export function destination([lon, lat]: readonly [number, number], kilometres: number, bearing: number): Position {
  const [angle, turn, from] = [kilometres / earthKilometres, bearing * radians, lat * radians];
  const to = Math.asin(Math.sin(from) * Math.cos(angle) + Math.cos(from) * Math.sin(angle) * Math.cos(turn));
  const east = Math.atan2(Math.sin(turn) * Math.sin(angle) * Math.cos(from), Math.cos(angle) - Math.sin(from) * Math.sin(to));
  return [lon + east / radians, to / radians];
}

type Ring = Feature<LineString, { readonly kilometres: number; readonly asked: boolean }>;

export function ring(centre: readonly [number, number], kilometres: number, asked = false): Ring {
  const points = Array.from({ length: 97 }, (_, i) => destination(centre, kilometres, (i * 360) / 96));
  return { type: "Feature", properties: { kilometres, asked }, geometry: { type: "LineString", coordinates: points } };
}

/** Radii for a view that reaches so far from its middle: at most three of 1, 2, 5, 10, 20, 50, ... */
export function ringRadii(reachKilometres: number): number[] {
  const steps = [0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
  return steps.filter((step) => step <= reachKilometres * 1.2).slice(-3);
}

/** Those of the scale, and around them the radius that was asked for, which bounds the answer. */
export function ringsOf(centre: readonly [number, number], reachKilometres: number, asked?: number): FeatureCollection<LineString> {
  const scale = ringRadii(reachKilometres).filter((kilometres) => asked === undefined || kilometres < asked * 0.9);
  const rings = scale.map((kilometres) => ring(centre, kilometres));
  return { type: "FeatureCollection", features: asked === undefined ? rings : [...rings, ring(centre, asked, true)] };
}
