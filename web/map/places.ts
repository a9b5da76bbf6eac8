/** What the map shows: read from the cards, so that list and map cannot tell two stories. */

export interface Place {
  readonly rank: string;
  readonly name: string;
  readonly distance: string;
  readonly lon: number;
  readonly lat: number;
  readonly card: HTMLElement | undefined;
}

function placeOf(element: HTMLElement, card: HTMLElement | undefined): Place | undefined {
  const { lat, lon, rank, name, distance } = element.dataset;
  if (lat === undefined || lon === undefined || lat === "") return undefined;
  return { rank: rank ?? "", name: name ?? "", distance: distance ?? "", lon: Number(lon), lat: Number(lat), card };
}

/** The cards of the page; on the page of one site, that site. */
export function placesOn(panel: HTMLElement): Place[] {
  const cards = [...document.querySelectorAll<HTMLElement>("[data-card]")];
  const places = cards.map((card) => placeOf(card, card)).filter((place) => place !== undefined);
  const own = placeOf(panel, undefined);
  return own === undefined ? places : [own];
}

/** The question whose answers are listed, without the part of the map that it is asked of. */
export const pointsOn = (): string | undefined => document.querySelector<HTMLElement>("[data-answer]")?.dataset["points"];

/** The paths of the pages of those that stand in the list. */
export const listedOn = (): Set<string> =>
  new Set([...document.querySelectorAll<HTMLAnchorElement>("[data-card] h2 a")].map(({ pathname }) => pathname));

/** The place asked for, where one was. */
export function centreOn(): [number, number] | undefined {
  const { lat, lon } = document.querySelector<HTMLElement>("[data-answer]")?.dataset ?? {};
  return lat === undefined || lon === undefined ? undefined : [Number(lon), Number(lat)];
}

/** The radius that bounds the answer, in kilometres, where one does. */
export function radiusOn(): number | undefined {
  const { radius } = document.querySelector<HTMLElement>("[data-answer]")?.dataset ?? {};
  return radius === undefined ? undefined : Number(radius);
}

/** "1 Alpha Skin Clinic, 1.2 km": named like the card. */
export function labelOf({ rank, name, distance }: Place): string {
  return [`${rank} ${name}`.trim(), distance].filter((words) => words !== "").join(", ");
}
