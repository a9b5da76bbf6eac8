/** A part of the map in degrees: west, south, east, north. West is greater than east across the antimeridian. Pure. */
export type ViewBox = readonly [number, number, number, number];

const wrapped = (lon: number): number => ((((lon + 180) % 360) + 360) % 360) - 180;

/** What a view shows whose longitudes go on past the antimeridian, where the map repeats itself. */
export function viewBox({ west, south, east, north }: { readonly west: number; readonly south: number; readonly east: number; readonly north: number }): ViewBox {
  const [least, most] = [Math.max(-90, south), Math.min(90, north)];
  return east - west >= 360 ? [-180, least, 180, most] : [wrapped(west), least, wrapped(east), most];
}

/** As a parameter of a question, to a hundred metres outwards, so that nothing at the edge is lost. */
export function boxParameter([west, south, east, north]: ViewBox): string {
  const [down, up] = [(degrees: number) => Math.floor(degrees * 1000) / 1000, (degrees: number) => Math.ceil(degrees * 1000) / 1000];
  return [Math.max(-180, down(west)), Math.max(-90, down(south)), Math.min(180, up(east)), Math.min(90, up(north))].map((degrees) => degrees.toFixed(3)).join(",");
}
