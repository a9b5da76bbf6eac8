import type { MapView } from "../map/map.ts";
import { words } from "./words.ts";

/** The map beside the list: fetched only once the list stands and the panel can be seen. */
export class MapPanel {
  private view: Promise<MapView> | undefined;

  constructor(private readonly panel: HTMLElement, private readonly search: (box: readonly [number, number, number, number]) => void) {
    const seen = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      seen.disconnect();
      window.requestIdleCallback?.(() => this.load()) ?? window.setTimeout(() => this.load(), 50);
    });
    seen.observe(panel);
  }

  load(): void {
    this.view ??= import("../map/map.ts").then(({ openMap }) => openMap(this.panel, this.search));
    this.view.then((view) => view.refresh()).catch(() => this.giveUp());
  }

  /** The list has changed: the markers follow, if there is a map. */
  refresh(): void {
    this.view?.then((view) => view.refresh()).catch(() => this.giveUp());
  }

  private giveUp(): void {
    const said = document.createElement("p");
    said.className = "map-wait";
    said.textContent = words("map.failed");
    this.panel.replaceChildren(said);
  }
}
