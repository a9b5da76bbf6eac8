import { type SheetHeights, type SheetState, restingState, stepped } from "./sheet_heights.ts";
import { words } from "./words.ts";

/** A finger that rests on the bar is no pull yet. */
const leastPull = 6;
const openMilliseconds = 140;
/** A finger that has stood still so long throws nothing. */
const restMilliseconds = 80;

interface Pull { readonly from: number; readonly height: number; isMoving: boolean; at: number; time: number; speed: number }

const find = <Kind extends HTMLElement>(panel: HTMLElement, name: string): Kind => {
  const found = panel.querySelector<Kind>(`[${name}]`);
  if (found === null) throw new Error(`the map's sheet has no ${name}`);
  return found;
};

/** The map below the list on narrow screens: a bar at the foot of the screen that is tapped, pulled or moved by keys to
 * half and to full height. Wide screens show the map beside the list and do not draw the bar. */
export class Sheet {
  private state: SheetState = "closed";
  private pull: Pull | undefined;
  private wasPulled = false;
  private readonly bar: HTMLElement;
  private readonly opener: HTMLButtonElement;
  private readonly sizer: HTMLButtonElement;
  private readonly closer: HTMLButtonElement;

  /** `opened` is called when the map has come into view. */
  constructor(private readonly panel: HTMLElement, private readonly opened: () => void) {
    this.bar = find(panel, "data-sheet-bar");
    this.opener = find(panel, "data-sheet-open");
    this.sizer = find(panel, "data-sheet-size");
    this.closer = find(panel, "data-sheet-close");
    this.opener.addEventListener("click", () => this.set(this.state === "closed" ? "half" : "closed"));
    this.sizer.addEventListener("click", () => this.set(this.state === "full" ? "half" : "full"));
    this.closer.addEventListener("click", () => this.set("closed"));
    this.listenToKeys();
    this.listenToPulls();
    this.tellCount();
  }

  /** Says on the bar how many places the map shows. */
  tellCount(): void {
    const count = document.querySelectorAll("[data-card][data-lat]").length;
    find(this.panel, "data-sheet-words").textContent = words("map.sheet", { count });
  }

  private set(state: SheetState): void {
    const before = this.panel.offsetHeight;
    this.state = state;
    this.panel.style.height = "";
    document.documentElement.dataset["sheet"] = state;
    this.tellButtons();
    this.slideFrom(before);
    if (state === "closed") {
      if (this.panel.contains(document.activeElement)) this.opener.focus();
    } else this.opened();
  }

  private tellButtons(): void {
    const isOpen = this.state !== "closed";
    this.opener.setAttribute("aria-expanded", String(isOpen));
    this.sizer.hidden = this.closer.hidden = !isOpen;
    find(this.sizer, "data-sheet-size-words").textContent = words(this.state === "full" ? "map.smaller" : "map.larger");
  }

  /** The sheet has its new height at once, so that the map is laid out but once; what is seen slides there. */
  private slideFrom(before: number): void {
    const way = this.panel.offsetHeight - before;
    if (way === 0 || window.matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    this.panel.animate([{ transform: `translateY(${way}px)` }, { transform: "none" }], { duration: openMilliseconds, easing: "ease-out" });
  }

  private listenToKeys(): void {
    this.bar.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
      event.preventDefault();
      this.set(stepped(this.state, event.key === "ArrowUp"));
    });
    document.addEventListener("keydown", (event) => {
      const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
      if (event.key === "Escape" && this.state !== "closed" && !isTyping && !event.defaultPrevented) this.set("closed");
    });
    // At full height the list lies under the sheet: whoever goes there sees it.
    document.addEventListener("focusin", ({ target }) => {
      if (this.state === "full" && target instanceof Node && !this.panel.contains(target)) this.set("half");
    });
  }

  private listenToPulls(): void {
    this.bar.addEventListener("pointerdown", ({ button, clientY, timeStamp }) => {
      this.wasPulled = false;
      if (button !== 0) return;
      this.pull = { from: clientY, height: this.panel.offsetHeight, isMoving: false, at: clientY, time: timeStamp, speed: 0 };
    });
    // A quick mouse leaves the bar before the sheet has followed.
    window.addEventListener("pointermove", (event) => this.follow(event));
    for (const name of ["pointerup", "pointercancel"] as const) window.addEventListener(name, ({ timeStamp }) => this.letGo(timeStamp));
    // The click at the end of a pull presses no button.
    this.bar.addEventListener("click", (event) => { if (this.wasPulled && event.detail > 0) event.stopPropagation(); }, { capture: true });
  }

  private follow({ clientY, timeStamp }: PointerEvent): void {
    const { pull } = this;
    if (pull === undefined) return;
    if (!pull.isMoving && Math.abs(clientY - pull.from) < leastPull) return;
    pull.isMoving = true;
    pull.speed = (pull.at - clientY) / Math.max(1, timeStamp - pull.time);
    [pull.at, pull.time] = [clientY, timeStamp];
    // While it is pulled, the map is drawn behind the bar.
    document.documentElement.dataset["sheet"] = this.state === "closed" ? "half" : this.state;
    const { closed, full } = this.heights();
    this.panel.style.height = `${Math.min(full, Math.max(closed, pull.height + pull.from - clientY))}px`;
  }

  private letGo(now: number): void {
    const { pull } = this;
    this.pull = undefined;
    if (pull?.isMoving !== true) return;
    this.wasPulled = true;
    const speed = now - pull.time > restMilliseconds ? 0 : pull.speed;
    this.set(restingState(this.panel.offsetHeight, speed, this.heights()));
  }

  private heights(): SheetHeights {
    return { closed: this.bar.offsetHeight, half: window.innerHeight / 2, full: window.innerHeight - 24 };
  }
}
