import { type GeoJSONSource, LngLatBounds, type Map as MapLibreMap, Marker } from "maplibre-gl";
import { clusters } from "./clusters.ts";
import { ourMove } from "./our_move.ts";
import { words } from "../page/words.ts";
import { type Place, labelOf } from "./places.ts";

/** Markers of 32 to 38 pixels that are nearer to each other than this are one. */
const reachPixels = 38;
/** The name of a source and of a layer: labels of the map keep out of it. */
const marked = "marked";

/** A button on the map, and the cards of the places that it stands for. */
interface Shown { readonly marker: Marker; readonly button: HTMLButtonElement; readonly cards: readonly HTMLElement[] }

/** Numbered buttons where the places are; what would overlap is one button with a count. Hover and focus of a card mark
 * its button, and the other way round. */
export class Markers {
  private shown: Shown[] = [];

  constructor(private readonly map: MapLibreMap, private readonly motion: () => number) {
    const listen = (name: "mouseover" | "focusin" | "mouseout" | "focusout", isOn: boolean): void =>
      document.addEventListener(name, ({ target }) => { if (target instanceof Element) this.mark(target, isOn); });
    listen("mouseover", true);
    listen("focusin", true);
    listen("mouseout", false);
    listen("focusout", false);
    document.addEventListener("focusin", ({ target }) => { if (target instanceof Element) this.bringIntoView(target); });
    this.keepLabelsAway();
  }

  show(places: readonly Place[]): void {
    this.shown.forEach(({ marker }) => marker.remove());
    const spots = places.map(({ lon, lat }) => this.map.project([lon, lat]));
    this.shown = clusters(spots, reachPixels).map((group) => {
      const members = group.map((index) => places[index]).filter((place) => place !== undefined);
      return this.put(members.length === 1 ? single(members) : this.cluster(members), members);
    });
    const points = this.shown.map(({ marker }) => ({ type: "Feature" as const, properties: {},
      geometry: { type: "Point" as const, coordinates: marker.getLngLat().toArray() } }));
    this.map.getSource<GeoJSONSource>(marked)?.setData({ type: "FeatureCollection", features: points });
  }

  private put(button: HTMLButtonElement, members: readonly Place[]): Shown {
    const marker = new Marker({ element: button });
    const [first] = members;
    if (first !== undefined) marker.setLngLat([first.lon, first.lat]).addTo(this.map);
    // MapLibre names and styles markers as pictures; these are buttons.
    button.removeAttribute("role");
    button.tabIndex = 0;
    button.setAttribute("aria-label", nameOf(members));
    const cards = members.map(({ card }) => card).filter((card) => card !== undefined);
    button.classList.toggle("marked", cards.some((card) => card.classList.contains("marked")));
    return { marker, button, cards };
  }

  private cluster(members: readonly Place[]): HTMLButtonElement {
    const button = markerButton("marker marker-cluster", `×${members.length}`);
    button.addEventListener("click", () => {
      const bounds = new LngLatBounds();
      members.forEach(({ lon, lat }) => bounds.extend([lon, lat]));
      this.map.fitBounds(bounds, { padding: 80, maxZoom: this.map.getZoom() + 3, duration: this.motion() });
    });
    return button;
  }

  private mark(target: Element, isOn: boolean): void {
    for (const { button, cards } of this.shown) {
      const card = cards.find((each) => each.contains(target));
      if (card === undefined && !button.contains(target)) continue;
      button.classList.toggle("marked", isOn);
      for (const each of card === undefined ? cards : [card]) each.classList.toggle("marked", isOn);
    }
  }

  /** A card that gets the focus has its place on the map. */
  private bringIntoView(target: Element): void {
    const own = this.shown.find(({ cards }) => cards.some((card) => card.contains(target)));
    const isHidden = this.map.getContainer().getClientRects().length === 0;
    if (own === undefined || isHidden || this.map.getBounds().contains(own.marker.getLngLat())) return;
    this.map.panTo(own.marker.getLngLat(), { duration: this.motion() }, ourMove);
  }

  /** An empty picture as large as a marker lies under each: names of towns and streets make room for it. */
  private keepLabelsAway(): void {
    const side = 36;
    this.map.addImage(marked, { width: side, height: side, data: new Uint8Array(side * side * 4) });
    this.map.addSource(marked, { type: "geojson", data: { type: "FeatureCollection", features: [] } });
    this.map.addLayer({ id: marked, type: "symbol", source: marked, layout: { "icon-image": marked, "icon-allow-overlap": true, "icon-padding": 0 } });
  }
}

function markerButton(classes: string, text: string): HTMLButtonElement {
  const button = document.createElement("button");
  return Object.assign(button, { type: "button", className: classes, textContent: text });
}

function nameOf(members: readonly Place[]): string {
  const names = members.map(labelOf).join("; ");
  return members.length === 1 ? names : words("map.cluster", { count: members.length, names });
}

/** Pressing it leads to the card. */
function single([place]: readonly Place[]): HTMLButtonElement {
  const rank = place?.rank ?? "";
  const button = markerButton(rank === "" ? "marker marker-alone" : "marker", rank);
  const card = place?.card;
  if (card !== undefined) button.addEventListener("click", () => goTo(card));
  return button;
}

function goTo(card: HTMLElement): void {
  card.querySelector<HTMLElement>("h2 a")?.focus({ preventScroll: true });
  card.scrollIntoView({ block: "center", behavior: "auto" });
}
