import type { components } from "nearme:api";

/** One line of suggestions, as the API gives it. */
export type Suggestion = components["schemas"]["Suggestions"]["suggestions"][number];

const isText = (value: unknown): value is string => typeof value === "string";

function isSuggestion(value: unknown): value is Suggestion {
  if (typeof value !== "object" || value === null) return false;
  const fields: Partial<Record<string, unknown>> = { ...value };
  return isText(fields["type"]) && isText(fields["name"]) && isText(fields["url"]);
}

/** The suggestions of an answer; what is none is passed over. */
export function suggestionsOf(answer: unknown): Suggestion[] {
  if (typeof answer !== "object" || answer === null || !("suggestions" in answer)) return [];
  return Array.isArray(answer.suggestions) ? answer.suggestions.filter(isSuggestion) : [];
}

/** What choosing a suggestion does: go to a page, ask the question, or wait for the place to be typed. */
export type Choice = { readonly kind: "go" | "ask" | "type"; readonly text: string };

/** `knowsPlace`: the asker's position is known, so that a treatment alone is a whole question. */
export function choiceOf(suggestion: Suggestion, knowsPlace: boolean, nearWords: (what: string) => string): Choice {
  if (suggestion.type === "site") return { kind: "go", text: suggestion.url };
  if (suggestion.type === "locality") return { kind: "ask", text: withRegion(suggestion) };
  return knowsPlace ? { kind: "ask", text: suggestion.name } : { kind: "type", text: nearWords(suggestion.name) };
}

/** "micro-needling near Leeds, England", so that no other Leeds is meant. */
function withRegion({ name, detail }: Suggestion): string {
  const region = detail.split(", ")[0] ?? "";
  return region === "" || detail.indexOf(",") < 0 ? name : `${name}, ${region}`;
}

/** The line that is marked after a key, where -1 is the box itself. It wraps around both ends. */
export function markedAfter(key: string, marked: number, count: number): number {
  if (key === "ArrowDown") return marked + 1 >= count ? -1 : marked + 1;
  if (key === "ArrowUp") return marked < 0 ? count - 1 : marked - 1;
  return marked;
}
