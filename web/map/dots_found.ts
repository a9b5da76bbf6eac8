import type { components } from "nearme:api";

/** What /v1/points answers, and what of it becomes a dot. Pure. */

export type DotsFound = components["schemas"]["PointsAnswer"];
export type Dot = components["schemas"]["SitePoint"];

/** Those that have no marker: `listed` are the pages of those that have one. */
export const dotsBeside = ({ features }: DotsFound, listed: ReadonlySet<string>): readonly Dot[] =>
  features.filter(({ properties }) => !listed.has(properties.url));

type Say = (key: string, values: Readonly<Record<string, string>>) => string;

/** How many places there are in view: those without a marker, or all of them where the dots are only some. */
export function legendOf(found: DotsFound, shown: number, language: string, say: Say): string {
  const isSample = found.features.length < found.total;
  const count = (isSample ? found.total : shown).toLocaleString(language) + (found.total_is_exact ? "" : "+");
  if (isSample) return say("map.dots-sample", { count });
  return say(shown < found.features.length ? "map.dots-other" : "map.dots", { count });
}
