import { styleText } from "nearme:embed-style";
import { Latest, isAbort } from "../page/latest.ts";
import { searchAddress } from "../page/question.ts";
import { fragmentAddress, observed, questionOf } from "./address.ts";

/** `<nearme-locator treatment="micro-needling" near="Leeds">`: a search on the page of another site.
 *
 *  What it shows is HTML of the server that this script comes from, in a shadow root: the page's styles do not reach in,
 *  and the tokens of web/styles/tokens.css, set on the element, theme it. What stands inside of the element is shown until
 *  the first answer, and when there is none. */
class Locator extends HTMLElement {
  static readonly observedAttributes = observed;
  private readonly latest = new Latest();
  private readonly answer = document.createElement("div");

  connectedCallback(): void {
    if (this.shadowRoot === null) this.build(this.attachShadow({ mode: "open" }));
    this.start();
  }

  disconnectedCallback(): void { this.latest.stop(); }

  attributeChangedCallback(): void { if (this.shadowRoot !== null && this.isConnected) this.start(); }

  private build(root: ShadowRoot): void {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styleText);
    root.adoptedStyleSheets = [sheet];
    this.answer.append(document.createElement("slot"));
    root.append(this.answer);
    root.addEventListener("click", (event) => this.onClick(event));
    root.addEventListener("submit", (event) => this.onForm(event, event.target));
    root.addEventListener("change", (event) => this.onForm(event, event.target instanceof Element ? event.target.closest("form[data-filters]") : null));
  }

  private start(): void { void this.show(`?${questionOf((name) => this.getAttribute(name)).toString()}`); }

  private onClick(event: Event): void {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-swap], a[data-more]") : null;
    if (link === null || (event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey))) return;
    event.preventDefault();
    void this.show(link.search, link.matches("[data-more]"));
  }

  private onForm(event: Event, form: EventTarget | null): void {
    if (!(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    void this.show(searchAddress(new FormData(form).entries()).slice(1));
  }

  /** Loads and shows a search; with `more`, its cards come after those that stand there. */
  private async show(search: string, more = false): Promise<void> {
    const signal = this.latest.begin();
    const question = this.box()?.value;
    this.answer.setAttribute("aria-busy", "true");
    try {
      const response = await fetch(fragmentAddress(import.meta.url, search, this.closest<HTMLElement>("[lang]")?.lang ?? ""), { signal });
      const found = fragmentOf(await response.text());
      if (signal.aborted || found === null) return;
      if (more) this.addCards(found);
      else this.showAnswer(found, question);
    } catch (problem) {
      if (isAbort(problem)) return;
      this.answer.replaceChildren(document.createElement("slot"));
    }
    this.answer.removeAttribute("aria-busy");
  }

  private box(): HTMLInputElement | null { return this.answer.querySelector<HTMLInputElement>("#q"); }

  /** Shows an answer whose loading began when the box held `question`: what was typed into it since stays there. */
  private showAnswer(found: Element, question: string | undefined): void {
    const focused = this.shadowRoot?.activeElement?.id ?? "";
    const box = this.box();
    const typed = question !== undefined && box?.value !== question ? box : null;
    this.answer.replaceChildren(found);
    if (focused !== "") this.shadowRoot?.getElementById(focused)?.focus();
    if (typed !== null) keepTyping(typed, this.box());
    this.dispatchEvent(new CustomEvent("nearme-shown", { bubbles: true, detail: { headline: found.querySelector(".headline")?.textContent ?? "" } }));
  }

  private addCards(found: Element): void {
    const cards = [...found.querySelectorAll("[data-cards] > *, [data-may-offer-cards] > *")];
    this.answer.querySelector("[data-cards]")?.append(...cards);
    const link = this.answer.querySelector(".more");
    const next = found.querySelector(".more");
    if (next === null) link?.remove();
    else link?.replaceWith(next);
    cards[0]?.querySelector<HTMLElement>("a")?.focus();
  }
}

/** Gives the words and the caret of a box to the one that takes its place. */
function keepTyping(from: HTMLInputElement, to: HTMLInputElement | null): void {
  if (to === null) return;
  to.value = from.value;
  to.setSelectionRange(from.selectionStart, from.selectionEnd);
}

/** The fragment of an answer, its links leading to the server that it comes from. */
function fragmentOf(html: string): Element | null {
  const found = new DOMParser().parseFromString(html, "text/html").querySelector("[data-embed]");
  for (const link of found?.querySelectorAll<HTMLAnchorElement>('a[href^="/"]') ?? []) {
    link.href = new URL(link.getAttribute("href") ?? "/", import.meta.url).href;
  }
  return found;
}

if (customElements.get("nearme-locator") === undefined) customElements.define("nearme-locator", Locator);
