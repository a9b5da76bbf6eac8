import type { MapView } from "../map/map.ts";
import type { Box } from "./question.ts";
import { words } from "./words.ts";

/** Where on the panel the map itself stands: beside the bar of the sheet, where there is one. */
export const roomIn = (panel: HTMLElement): HTMLElement => panel.querySelector<HTMLElement>("[data-map-room]") ?? panel;

/** The map beside the list: fetched only once the list stands and the map's room can be seen. */
export class MapPanel {
  private view: Promise<MapView> | undefined;
  private readonly room: HTMLElement;
  private isStale = true;

  constructor(private readonly panel: HTMLElement, private readonly search: (box: Box) => void) {
    this.room = roomIn(panel);
    const seen = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      seen.disconnect();
      window.requestIdleCallback?.(() => this.show()) ?? window.setTimeout(() => this.show(), 50);
    });
    seen.observe(this.room);
  }

  /** The map's room has come into view: it shows the list as it is now, and stays as it was moved where it did already. */
  show(): void {
    this.view ??= import("../map/map.ts").then(({ openMap }) => openMap(this.panel, this.room, this.search));
    if (this.isStale) this.refresh();
  }

  /** The list has changed: the markers follow, if there is a map; one that cannot be seen follows when it is. */
  refresh(): void {
    this.isStale = this.view === undefined || this.room.getClientRects().length === 0;
    if (!this.isStale) this.view?.then((view) => view.refresh()).catch(() => this.giveUp());
  }

  private giveUp(): void {
    const said = document.createElement("p");
    said.className = "map-wait";
    said.textContent = words("map.failed");
    this.room.replaceChildren(said);
  }
}
