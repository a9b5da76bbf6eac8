import { type Map as MapLibreMap, LngLatBounds, Marker } from "maplibre-gl";
import { clusters } from "./clusters.ts";
import { words } from "../page/words.ts";
import { type Place, labelOf } from "./places.ts";

const reachPixels = 26;

/** Numbered buttons where the places are; what would overlap is one button with a count. */
export class Markers {
  private shown: Marker[] = [];

  constructor(private readonly map: MapLibreMap) {}

  show(places: readonly Place[]): void {
    this.shown.forEach((marker) => marker.remove());
    const spots = places.map(({ lon, lat }) => this.map.project([lon, lat]));
    this.shown = clusters(spots, reachPixels).map((group) => {
      const members = group.map((index) => places[index]).filter((place) => place !== undefined);
      return members.length === 1 ? this.single(members) : this.cluster(members);
    });
  }

  private put(button: HTMLButtonElement, [first]: readonly Place[]): Marker {
    const marker = new Marker({ element: button });
    if (first !== undefined) marker.setLngLat([first.lon, first.lat]).addTo(this.map);
    // MapLibre names and styles markers as pictures; these are buttons.
    button.removeAttribute("role");
    button.tabIndex = 0;
    return marker;
  }

  private single(members: readonly Place[]): Marker {
    const [place] = members;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "marker";
    button.textContent = place?.rank ?? "";
    const marker = this.put(button, members);
    if (place === undefined) return marker;
    button.setAttribute("aria-label", labelOf(place));
    if (place.rank === "") button.classList.add("marker-alone");
    if (place.card !== undefined) tie(button, place.card);
    return marker;
  }

  private cluster(members: readonly Place[]): Marker {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "marker marker-cluster";
    button.textContent = `×${members.length}`;
    const marker = this.put(button, members);
    button.setAttribute("aria-label", words("map.cluster", { count: members.length, names: members.map(labelOf).join("; ") }));
    button.addEventListener("click", () => {
      const bounds = new LngLatBounds();
      members.forEach(({ lon, lat }) => bounds.extend([lon, lat]));
      this.map.fitBounds(bounds, { padding: 80, maxZoom: this.map.getZoom() + 3 });
    });
    return marker;
  }
}

/** Hover and focus of either mark both; pressing the marker leads to the card. */
function tie(button: HTMLElement, card: HTMLElement): void {
  const mark = (on: boolean) => (): void => {
    button.classList.toggle("marked", on);
    card.classList.toggle("marked", on);
  };
  for (const element of [button, card]) {
    for (const name of ["mouseenter", "focusin"]) element.addEventListener(name, mark(true));
    for (const name of ["mouseleave", "focusout"]) element.addEventListener(name, mark(false));
  }
  button.addEventListener("click", () => {
    card.scrollIntoView({ block: "center", behavior: "auto" });
    card.querySelector<HTMLElement>("h2 a")?.focus();
  });
}
