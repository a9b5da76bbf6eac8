/** The places that a visitor keeps: in this browser's storage, and nowhere else. */

export interface SavedPlace {
  readonly url: string;
  readonly name: string;
}

const storageKey = "nearme.saved";
export const mostCompared = 4;

/** What the storage holds, as far as it is what this page wrote; anything else counts as nothing. */
export function placesFrom(text: string | null): SavedPlace[] {
  try {
    const read: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(read) ? read.filter(isPlace).map(({ url, name }) => ({ url, name })) : [];
  } catch {
    return [];
  }
}

function isPlace(value: unknown): value is SavedPlace {
  if (typeof value !== "object" || value === null) return false;
  const { url, name } = value as Partial<SavedPlace>;
  return typeof url === "string" && /^\/sites\/[^/?#]+$/u.test(url) && typeof name === "string";
}

/** The list with the place added at its end, or taken out of it. */
export function toggled(places: readonly SavedPlace[], place: SavedPlace): SavedPlace[] {
  const others = places.filter(({ url }) => url !== place.url);
  return others.length === places.length ? [...places, place] : others;
}

/** "/compare?sites=a,b" of the pages of places. */
export function compareAddress(urls: readonly string[]): string {
  return `/compare?sites=${urls.map((url) => url.slice("/sites/".length)).join(",")}`;
}

/** The list as it stands, shared by all tabs. A browser that keeps nothing has an empty one. */
export class Saved {
  constructor(private readonly changed: () => void) {
    window.addEventListener("storage", ({ key }) => { if (key === storageKey || key === null) changed(); });
  }

  places(): SavedPlace[] {
    try {
      return placesFrom(window.localStorage.getItem(storageKey));
    } catch {
      return [];
    }
  }

  has(url: string): boolean {
    return this.places().some((place) => place.url === url);
  }

  toggle(place: SavedPlace): void {
    try {
      window.localStorage.setItem(storageKey, JSON.stringify(toggled(this.places(), place)));
    } catch { /* storage is full or switched off: the list stays as it is */ }
    this.changed();
  }
}
