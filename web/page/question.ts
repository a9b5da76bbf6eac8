/** Addresses of searches and the words of questions. Pure functions; the address is the state of the search page. */

/** The search that a form's fields ask for; empty fields and repeated names are left out. */
export function searchAddress(fields: Iterable<readonly [string, FormDataEntryValue]>): string {
  const asked = new URLSearchParams();
  for (const [name, value] of fields) if (typeof value === "string" && value.trim() !== "") asked.set(name, value.trim());
  if (!asked.has("price_max")) asked.delete("currency");
  const text = asked.toString();
  return text === "" ? "/" : `/?${text}`;
}

/** The same page, but only its results. */
export function partAddress(address: string): string {
  const url = new URL(address, "http://here.invalid");
  url.searchParams.set("part", "results");
  return `${url.pathname}${url.search}`;
}

/** West, south, east, north in degrees. West is greater than east across the antimeridian. */
export type Box = readonly [number, number, number, number];

/** A box as a parameter, to a hundred metres outwards, so that nothing at its edge is lost. */
export function boxParameter([west, south, east, north]: Box): string {
  const down = (degrees: number, least: number): number => Math.max(least, Math.floor(degrees * 1000) / 1000);
  const up = (degrees: number, most: number): number => Math.min(most, Math.ceil(degrees * 1000) / 1000);
  return [down(west, -180), down(south, -90), up(east, 180), up(north, 90)].map((degrees) => degrees.toFixed(3)).join(",");
}

/** A search of an area: what said where goes, the box comes. */
export function areaAddress(address: string, box: Box): string {
  const url = new URL(address, "http://here.invalid");
  for (const name of ["lat", "lon", "near", "radius_km", "cursor", "shown", "part"]) url.searchParams.delete(name);
  url.searchParams.set("q", withoutPlace(url.searchParams.get("q") ?? ""));
  url.searchParams.set("bbox", boxParameter(box));
  if (url.searchParams.get("q") === "") url.searchParams.delete("q");
  return `/${url.search}`;
}

/** "micro-needling" of "micro-needling near Leeds": a position takes the place of the words. */
export function withoutPlace(question: string): string {
  return question.replace(/\s*\b(?:near|nearby|around|close to|in)\s+\S.*$/iu, "").trim();
}

/** Degrees to three decimals, about 100 metres: more is nobody's business. */
export function rounded(degrees: number): string {
  return (Math.round(degrees * 1000) / 1000).toFixed(3);
}
