/** What the component asks for. Pure functions. */

const asked = ["q", "treatment", "concern", "kind", "near", "lat", "lon", "radius_km", "language", "limit"] as const;

/** The attributes that say what to look for; `radius-km` is the parameter `radius_km`. */
export const observed: readonly string[] = [...asked.map((name) => name.replace("_", "-")), "lang"];

/** The question of the element's attributes: "treatment=micro-needling&near=Leeds". */
export function questionOf(attribute: (name: string) => string | null): URLSearchParams {
  const question = new URLSearchParams();
  for (const name of asked) {
    const value = attribute(name.replace("_", "-"))?.trim() ?? "";
    if (value !== "") question.set(name, value);
  }
  return question;
}

/** The address of a search's fragment: "/?q=a" of a chip, a filter or "show more" as "/embed?q=a&lang=de". */
export function fragmentAddress(base: string, search: string, lang: string): string {
  const url = new URL("/embed", base);
  url.search = search;
  if (lang !== "" && !url.searchParams.has("lang")) url.searchParams.set("lang", lang);
  return url.href;
}
