import { LngLatBounds, Map as MapLibreMap, NavigationControl, ScaleControl, setWorkerUrl } from "maplibre-gl";
import { styleAddress, workerAddress } from "nearme:map-files";
import { Ground } from "./ground.ts";
import { Labels } from "./labels.ts";
import { Markers } from "./markers.ts";
import { centreOn, placesOn } from "./places.ts";
import { words } from "../page/words.ts";
import { builtInStyle, coloursOf } from "./style.ts";

/** A map that stands. `refresh` shows what the cards say now. */
export interface MapView { readonly refresh: () => void }

type SearchBox = (box: readonly [number, number, number, number]) => void;

const motion = (): number => (window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 180);
const ownAddress = (name: string): string => new URL(name, import.meta.url).href;

async function loadStyleSheet(): Promise<void> {
  const link = document.createElement("link");
  Object.assign(link, { rel: "stylesheet", href: ownAddress(styleAddress) });
  const loaded = new Promise((resolve, reject) => { link.onload = resolve; link.onerror = reject; });
  document.head.append(link);
  await loaded;
}

/** Opens a map in the panel: the operator's style where one is set, else the built-in one. */
export async function openMap(panel: HTMLElement, search: SearchBox): Promise<MapView> {
  await loadStyleSheet();
  setWorkerUrl(ownAddress(workerAddress));
  const holder = document.createElement("div");
  holder.className = "map-canvas";
  panel.append(holder);
  const operatorStyle = panel.dataset["style"] ?? "";
  const map = new MapLibreMap({
    container: holder, style: operatorStyle === "" ? builtInStyle(coloursOf(panel)) : operatorStyle,
    ...startOf(panel), minZoom: 1, maxZoom: 17, dragRotate: false, pitchWithRotate: false,
    attributionControl: operatorStyle === "" ? false : { compact: true }, cooperativeGestures: false,
    fadeDuration: 0, locale: {
      "Map.Title": words("map.title"), "NavigationControl.ZoomIn": words("map.zoom-in"), "NavigationControl.ZoomOut": words("map.zoom-out"),
    },
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new ScaleControl(), "bottom-left");
  await map.once("load");
  return connect(map, panel, search, operatorStyle === "");
}

/** The place asked for; on the start page what the operator has set; else the world. */
function startOf({ dataset }: HTMLElement): { center: [number, number]; zoom: number } {
  const { startLat, startLon, startZoom } = dataset;
  if (startLat !== undefined && startLon !== undefined) return { center: [Number(startLon), Number(startLat)], zoom: Number(startZoom ?? 8) };
  return { center: centreOn() ?? [0, 30], zoom: 1 };
}

function connect(map: MapLibreMap, panel: HTMLElement, search: SearchBox, hasOwnGround: boolean): MapView {
  const markers = new Markers(map);
  const area = areaButton(panel, () => search(boxOf(map)));
  const ground = hasOwnGround ? new Ground(map, centreOn) : undefined;
  const labels = hasOwnGround ? new Labels(map) : undefined;
  // Shown once the land is drawn: before that everything would look like the sea.
  const draw = (): void => {
    const drawn = ground?.draw().then((towns) => labels?.show(towns)) ?? Promise.resolve();
    drawn.catch(() => undefined).finally(() => { panel.dataset["ready"] = ""; });
  };
  map.on("moveend", (event) => {
    draw();
    markers.show(placesOn(panel));
    if (event.originalEvent !== undefined) area.hidden = panel.dataset["lat"] !== undefined;
  });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => recolour(map, panel, hasOwnGround));
  new ResizeObserver(() => map.resize()).observe(panel);
  return {
    refresh: () => {
      area.hidden = true;
      fit(map, panel);
      markers.show(placesOn(panel));
      draw();
    },
  };
}

/** All places in view, with the centre asked for; one alone is seen from a few kilometres up. */
function fit(map: MapLibreMap, panel: HTMLElement): void {
  const places = placesOn(panel);
  const centre = panel.dataset["lat"] === undefined ? centreOn() : undefined;
  if (places.length === 0 && centre === undefined) return;
  const bounds = new LngLatBounds();
  places.forEach(({ lon, lat }) => bounds.extend([lon, lat]));
  if (centre !== undefined) bounds.extend([centre[0], centre[1]]);
  const first = panel.dataset["fitted"] === undefined;
  panel.dataset["fitted"] = "";
  map.fitBounds(bounds, { padding: { top: 56, bottom: 48, left: 48, right: 56 }, maxZoom: 11, duration: first ? 0 : motion() });
}

function boxOf(map: MapLibreMap): readonly [number, number, number, number] {
  const bounds = map.getBounds();
  return [Math.max(-180, bounds.getWest()), Math.max(-90, bounds.getSouth()), Math.min(180, bounds.getEast()), Math.min(90, bounds.getNorth())];
}

function areaButton(panel: HTMLElement, search: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "button map-area", textContent: words("map.area"), hidden: true });
  button.addEventListener("click", search);
  panel.append(button);
  return button;
}

function recolour(map: MapLibreMap, panel: HTMLElement, hasOwnGround: boolean): void {
  if (!hasOwnGround) return;
  const colours = coloursOf(panel);
  map.setPaintProperty("water", "background-color", colours.water);
  map.setPaintProperty("land", "fill-color", colours.land);
  map.setPaintProperty("borders", "line-color", colours.border);
  map.setPaintProperty("rings", "line-color", colours.ring);
  map.setPaintProperty("towns", "circle-color", colours.town);
}
