import { Latest, isAbort } from "./latest.ts";
import { partAddress, searchAddress } from "./question.ts";
import { words } from "./words.ts";

/** What the page does when other results have come. */
export interface ResultsHooks {
  readonly say: (words: string) => void;
  readonly changed: () => void;
}

/** A search that takes longer shows the cards as bars meanwhile; a quick one does not flicker. */
const skeletonAfterMilliseconds = 250;

/** The results of the search page: swapped without reloading it. The address stays the whole state. */
export class Results {
  private readonly latest = new Latest();
  private shown = window.location.pathname + window.location.search;

  constructor(private readonly region: HTMLElement, private readonly hooks: ResultsHooks) {
    region.addEventListener("click", (event) => this.onClick(event));
    region.addEventListener("change", (event) => this.onFilter(event));
    window.addEventListener("popstate", () => void this.follow());
  }

  /** Goes to another search of this page; a step back leads to the one before. */
  async go(address: string): Promise<void> {
    window.history.pushState(null, "", address);
    await this.swap(address);
  }

  /** A step back or forward; a jump inside the page changes no search. */
  private async follow(): Promise<void> {
    const address = window.location.pathname + window.location.search;
    if (address !== this.shown) await this.swap(address);
  }

  private onClick(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !(event.target instanceof Element)) return;
    const link = event.target.closest<HTMLAnchorElement>("a[data-swap], a[data-more]");
    if (link === null || link.search === "") return;
    event.preventDefault();
    if (link.matches("[data-more]")) void this.append(link);
    else void this.go(link.pathname + link.search);
  }

  private onFilter(event: Event): void {
    const form = event.target instanceof Element ? event.target.closest<HTMLFormElement>("form[data-filters]") : null;
    if (form !== null) void this.go(searchAddress(new FormData(form).entries()));
  }

  private async fetchAnswer(address: string): Promise<Element | null> {
    const signal = this.latest.begin();
    this.region.setAttribute("aria-busy", "true");
    try {
      const response = await fetch(partAddress(address), { signal });
      const text = await response.text();
      if (signal.aborted) return null;
      const answer = new DOMParser().parseFromString(text, "text/html").querySelector("[data-answer]");
      this.region.removeAttribute("aria-busy");
      if (answer === null) window.location.assign(address);
      return answer;
    } catch (problem) {
      if (!isAbort(problem)) window.location.assign(address);
      return null;
    }
  }

  private async swap(address: string): Promise<void> {
    this.shown = address;
    const question = box()?.value;
    const focused = this.region.contains(document.activeElement) ? document.activeElement?.id : undefined;
    const waiting = window.setTimeout(() => this.region.setAttribute("data-waiting", ""), skeletonAfterMilliseconds);
    const answer = await this.fetchAnswer(address);
    window.clearTimeout(waiting);
    this.region.removeAttribute("data-waiting");
    if (answer === null) return;
    const unfolded = this.region.querySelector<HTMLDetailsElement>("[data-more-filters]")?.open ?? false;
    this.region.replaceChildren(answer);
    if (unfolded) this.region.querySelector("[data-more-filters]")?.setAttribute("open", "");
    document.title = answer.getAttribute("data-title") ?? document.title;
    if (focused !== undefined) (focused === "" ? this.region : document.getElementById(focused))?.focus();
    tellBox(address, question);
    tellLanguages(address);
    this.hooks.say(this.region.querySelector("h1")?.textContent ?? "");
    this.hooks.changed();
  }

  private async append(link: HTMLAnchorElement): Promise<void> {
    const answer = await this.fetchAnswer(link.pathname + link.search);
    if (answer === null) return;
    const first = this.addCards(answer, "[data-cards]");
    const firstMayOffer = this.addCards(answer, "[data-may-offer-cards]");
    const next = answer.querySelector<HTMLAnchorElement>("a[data-more]");
    if (next === null) link.closest(".more")?.remove();
    else link.href = next.href;
    (first ?? firstMayOffer)?.querySelector<HTMLElement>("a")?.focus();
    this.hooks.say(words("script.shown", { count: this.region.querySelectorAll("[data-card]").length }));
    this.hooks.changed();
  }

  /** Puts the new cards of a list at the end of the same list here, or takes the list with its section. */
  private addCards(answer: Element, list: string): Element | undefined {
    const more = answer.querySelector(list);
    if (more === null) return undefined;
    const cards = [...more.children];
    const here = this.region.querySelector(list);
    if (here === null) this.region.querySelector(".more")?.before(more.closest("section") ?? more);
    else here.append(...cards);
    return cards[0];
  }
}

function box(): HTMLInputElement | null { return document.querySelector<HTMLInputElement>("#q"); }

/** The box keeps the filters of the address for the next question, and shows its question unless somebody has typed
 *  another one since the box held `question`. */
function tellBox(address: string, question: string | undefined): void {
  const asked = new URL(address, window.location.href).searchParams;
  const input = box();
  if (input === null) return;
  if (input.value === question) input.value = asked.get("q") ?? "";
  const kept = ["lang", "open", "open_at", "evidence", "wheelchair", "language", "sort", "lat", "lon", "price_max", "currency"];
  input.form?.querySelectorAll("input[type=hidden]").forEach((field) => field.remove());
  for (const name of kept) if (asked.has(name)) input.form?.append(hiddenField(name, asked.get(name) ?? ""));
}

/** The links to other languages lead to the search that is shown now. */
function tellLanguages(address: string): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-lang]")) {
    const url = new URL(address, window.location.href);
    url.searchParams.set("lang", link.dataset["lang"] ?? "en");
    link.href = url.pathname + url.search;
  }
}

export function hiddenField(name: string, value: string): HTMLInputElement {
  const field = document.createElement("input");
  Object.assign(field, { type: "hidden", name, value });
  return field;
}
