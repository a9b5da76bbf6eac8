import type { Box } from "../page/question.ts";

const wrapped = (lon: number): number => ((((lon + 180) % 360) + 360) % 360) - 180;

/** The box that a view shows whose longitudes go on past the antimeridian, where the map repeats itself. Pure. */
export function viewBox({ west, south, east, north }: { readonly west: number; readonly south: number; readonly east: number; readonly north: number }): Box {
  const [least, most] = [Math.max(-90, south), Math.min(90, north)];
  return east - west >= 360 ? [-180, least, 180, most] : [wrapped(west), least, wrapped(east), most];
}
