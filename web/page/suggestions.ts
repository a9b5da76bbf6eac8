import { Latest, isAbort } from "./latest.ts";
import { type Suggestion, choiceOf, markedAfter, suggestionsOf } from "./suggestion.ts";
import { inLanguage, words } from "./words.ts";

/** What the box is told when something is chosen or said. */
export interface BoxHooks {
  readonly say: (words: string) => void;
  readonly knowsPlace: () => boolean;
}

const waitMilliseconds = 120;

/** Suggestions under the box: a combobox with a list box (WAI-ARIA 1.2). Without it the box is a plain field. */
export class Suggestions {
  private readonly list = document.createElement("ul");
  private readonly latest = new Latest();
  private shown: Suggestion[] = [];
  private marked = -1;
  private typed = "";
  private timer: number | undefined;

  constructor(private readonly input: HTMLInputElement, holder: HTMLElement, private readonly hooks: BoxHooks) {
    this.list.id = "suggestions";
    this.list.className = "suggestions";
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", words("script.suggestions"));
    holder.append(this.list);
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id,
    })) input.setAttribute(name, value);
    input.addEventListener("input", () => this.later());
    input.addEventListener("keydown", (event) => this.onKey(event));
    input.addEventListener("blur", () => this.close());
    input.form?.addEventListener("submit", () => this.close());
  }

  private later(): void {
    this.typed = this.input.value;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.ask(), waitMilliseconds);
  }

  private async ask(): Promise<void> {
    const signal = this.latest.begin();
    if (this.typed.trim().length < 2) return this.close();
    const asked = new URLSearchParams({ q: this.typed, lang: document.documentElement.lang || "en" });
    for (const name of ["lat", "lon"]) {
      const field = this.input.form?.elements.namedItem(name);
      if (field instanceof HTMLInputElement && field.value !== "") asked.set(name, field.value);
    }
    try {
      const answer = await fetch(`/v1/suggest?${asked.toString()}`, { signal });
      const body: unknown = answer.ok ? await answer.json() : {};
      if (!signal.aborted && document.activeElement === this.input) this.show(suggestionsOf(body));
    } catch (problem) {
      if (!isAbort(problem)) this.close();
    }
  }

  private show(suggestions: Suggestion[]): void {
    this.shown = suggestions;
    this.marked = -1;
    this.list.replaceChildren(...suggestions.map((each, i) => this.line(each, i)));
    this.list.hidden = suggestions.length === 0;
    this.input.setAttribute("aria-expanded", String(suggestions.length > 0));
    this.input.removeAttribute("aria-activedescendant");
    this.hooks.say(words("script.suggestion-count", { count: suggestions.length }));
  }

  private line(suggestion: Suggestion, index: number): HTMLLIElement {
    const line = document.createElement("li");
    line.id = `suggestion-${index}`;
    line.setAttribute("role", "option");
    line.setAttribute("aria-selected", "false");
    const [name, detail] = [document.createElement("span"), document.createElement("span")];
    name.textContent = suggestion.name;
    detail.textContent = detailWords(suggestion);
    detail.className = "suggestion-detail";
    line.append(name, detail);
    line.addEventListener("pointerdown", (event) => event.preventDefault());
    line.addEventListener("click", () => this.choose(suggestion));
    return line;
  }

  private onKey(event: KeyboardEvent): void {
    const isOpen = !this.list.hidden;
    const chosen = this.shown[this.marked];
    if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      this.input.value = this.typed;
      this.close();
    } else if (event.key === "Enter" && isOpen && chosen !== undefined) {
      event.preventDefault();
      this.choose(chosen);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (isOpen) this.mark(markedAfter(event.key, this.marked, this.shown.length));
      else this.later();
    }
  }

  private mark(index: number): void {
    this.marked = index;
    [...this.list.children].forEach((line, i) => line.setAttribute("aria-selected", String(i === index)));
    const line = this.list.children[index];
    if (line === undefined) return this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-activedescendant", line.id);
    line.scrollIntoView({ block: "nearest" });
  }

  private choose(suggestion: Suggestion): void {
    const choice = choiceOf(suggestion, this.hooks.knowsPlace(), (what) => words("script.near", { what }));
    this.close();
    if (choice.kind === "go") return window.location.assign(inLanguage(choice.text));
    this.input.value = choice.text;
    this.input.focus();
    if (choice.kind === "ask") this.input.form?.requestSubmit();
    else this.hooks.say(words("script.type-place"));
  }

  private close(): void {
    window.clearTimeout(this.timer);
    this.latest.stop();
    this.shown = [];
    this.marked = -1;
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}

/** What sort of thing it is, for the end of the line: of a place its region, of others their sort. */
function detailWords({ type, detail }: Suggestion): string {
  const isSort = type === "treatment" || type === "concern" || type === "kind";
  return isSort || detail === "" ? words(`script.${type}`) : detail;
}
