import type { Map as MapLibreMap } from "maplibre-gl";
import type { Town } from "./cells.ts";
import { withoutOverlap } from "./clusters.ts";

const mostLabels = 14;

/** Names of the largest towns in view, as HTML over the map: no fonts are fetched. Silent to screen readers. */
export class Labels {
  private readonly layer = document.createElement("div");
  private towns: readonly Town[] = [];

  constructor(private readonly map: MapLibreMap) {
    this.layer.className = "map-labels";
    this.layer.setAttribute("aria-hidden", "true");
    map.getCanvasContainer().append(this.layer);
    map.on("move", () => this.place());
  }

  show(towns: readonly Town[]): void {
    const boxes = towns.map(([name, lon, lat]) => ({ ...this.at(lon, lat), width: name.length * 8 + 16, height: 24 }));
    this.towns = withoutOverlap(boxes).slice(0, mostLabels).map((index) => towns[index]).filter((town) => town !== undefined);
    this.layer.replaceChildren(...this.towns.map(([name, , , hundreds]) => {
      const label = document.createElement("span");
      label.textContent = name;
      if (hundreds > 2000) label.className = "large";
      return label;
    }));
    this.place();
  }

  private at(lon: number, lat: number): { x: number; y: number } {
    const { x, y } = this.map.project([lon / 1000, lat / 1000]);
    return { x, y };
  }

  private place(): void {
    this.towns.forEach(([, lon, lat], i) => {
      const label = this.layer.children[i];
      const { x, y } = this.at(lon, lat);
      if (label instanceof HTMLElement) label.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    });
  }
}
