import { LngLatBounds, Map as MapLibreMap, NavigationControl, ScaleControl, type StyleSpecification, setWorkerUrl } from "maplibre-gl";
import { fontFiles, styleAddress, workerAddress } from "nearme:map-files";
import { type DotColours, Dots } from "./dots.ts";
import { Ground } from "./ground.ts";
import { Markers } from "./markers.ts";
import { ourMove } from "./our_move.ts";
import { centreOn, placesOn } from "./places.ts";
import type { Box } from "../page/question.ts";
import { words } from "../page/words.ts";
import { coloursOf, fontFacesOf, lowestNames, mapStyle } from "./style.ts";
import type { Tiles } from "./tiles.ts";
import { colourTowns } from "./town_dot.ts";
import { viewBox } from "./view_box.ts";

/** A map that stands. `refresh` shows what the cards say now. */
export interface MapView { readonly refresh: () => void }

type SearchBox = (box: Box) => void;

const motion = (): number => (window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 180);
const ownAddress = (name: string): string => new URL(name, import.meta.url).href;

async function loadStyleSheet(): Promise<void> {
  const link = document.createElement("link");
  Object.assign(link, { rel: "stylesheet", href: ownAddress(styleAddress) });
  const loaded = new Promise((resolve, reject) => { link.onload = resolve; link.onerror = reject; });
  document.head.append(link);
  await loaded;
}

const styleFor = (panel: HTMLElement, tiles: Tiles | undefined): StyleSpecification => {
  const colours = coloursOf(panel);
  return mapStyle(colours, fontFacesOf(fontFiles, ownAddress), tiles?.in(colours));
};

/** The operator's archive of tiles, where one is set; addresses of archives also work in an operator's style. */
async function tilesOf({ dataset }: HTMLElement): Promise<Tiles | undefined> {
  const [style = "", tiles = ""] = [dataset["style"], dataset["tiles"]];
  if (style === "" && tiles === "") return undefined;
  const { knowArchives, openTiles } = await import("./tiles.ts");
  if (tiles !== "") return openTiles(new URL(tiles, window.location.href).href, document.documentElement.lang);
  knowArchives();
  return undefined;
}

/** Opens a map in the room on its panel: the operator's style where one is set, else the built-in one with the operator's tiles. */
export async function openMap(panel: HTMLElement, room: HTMLElement, search: SearchBox): Promise<MapView> {
  const [tiles] = await Promise.all([tilesOf(panel), loadStyleSheet()]);
  setWorkerUrl(ownAddress(workerAddress));
  const holder = document.createElement("div");
  holder.className = "map-canvas";
  room.append(holder);
  const operatorStyle = panel.dataset["style"] ?? "";
  const map = new MapLibreMap({
    container: holder, style: operatorStyle === "" ? styleFor(panel, tiles) : operatorStyle,
    ...startOf(panel), minZoom: 1, maxZoom: 17, dragRotate: false, pitchWithRotate: false,
    attributionControl: operatorStyle === "" && tiles === undefined ? false : { compact: true }, cooperativeGestures: false,
    fadeDuration: 0, locale: {
      "Map.Title": words("map.title"), "NavigationControl.ZoomIn": words("map.zoom-in"), "NavigationControl.ZoomOut": words("map.zoom-out"),
      "Popup.Close": words("map.close"),
    },
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new ScaleControl({ unit: usesMiles(panel) ? "imperial" : "metric" }), "bottom-left");
  await map.once("load");
  return connect(map, { panel, room }, search, { hasOwnGround: operatorStyle === "", tiles });
}

/** As the distances on the page are written. */
const usesMiles = (panel: HTMLElement): boolean => panel.dataset["miles"] !== undefined || document.querySelector("[data-answer][data-miles]") !== null;

/** The place asked for; on the start page what the operator has set; else the world. */
function startOf({ dataset }: HTMLElement): { center: [number, number]; zoom: number } {
  const { startLat, startLon, startZoom } = dataset;
  if (startLat !== undefined && startLon !== undefined) return { center: [Number(startLon), Number(startLat)], zoom: Number(startZoom ?? 8) };
  return { center: centreOn() ?? [0, 30], zoom: 1 };
}

interface MapPlace { readonly panel: HTMLElement; readonly room: HTMLElement }
interface GroundKind { readonly hasOwnGround: boolean; readonly tiles: Tiles | undefined }

function connect(map: MapLibreMap, { panel, room }: MapPlace, search: SearchBox, { hasOwnGround, tiles }: GroundKind): MapView {
  if (hasOwnGround) colourTowns(map, coloursOf(panel).town);
  const dots = new Dots(map, dotColoursOf(panel), lowestNames);
  const markers = new Markers(map, motion);
  const area = areaButton(room, () => search(boxOf(map)));
  const ground = hasOwnGround ? new Ground(map, centreOn, tiles?.has) : undefined;
  // Shown once the land is drawn: before that everything would look like the sea.
  const draw = (): void => {
    const drawn = ground?.draw() ?? Promise.resolve();
    drawn.catch(() => undefined).finally(() => { panel.dataset["ready"] = ""; });
  };
  map.on("moveend", (event) => {
    draw();
    markers.show(placesOn(panel));
    void dots.show(boxOf(map));
    if (!("ours" in event)) area.hidden = panel.dataset["lat"] !== undefined;
  });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    dots.colour(dotColoursOf(panel));
    if (!hasOwnGround) return;
    recolour(map, styleFor(panel, tiles));
    colourTowns(map, coloursOf(panel).town);
  });
  new ResizeObserver(() => map.resize(ourMove)).observe(room);
  return {
    refresh: () => {
      area.hidden = true;
      fit(map, panel, hasOwnGround && tiles === undefined);
      markers.show(placesOn(panel));
      void dots.show(boxOf(map));
      draw();
    },
  };
}

const zoomWithStreets = 15;
/** Without streets: several show how they lie to each other, one shows the towns around it. */
const zoomOfSeveral = 12.5;
const zoomOfOne = 11;

/** All places in view, with the centre asked for, no nearer than there is something to see. */
function fit(map: MapLibreMap, panel: HTMLElement, isWithoutStreets: boolean): void {
  const places = placesOn(panel);
  const zoomWithout = places.length > 1 ? zoomOfSeveral : zoomOfOne;
  const maxZoom = isWithoutStreets ? zoomWithout : zoomWithStreets;
  const centre = panel.dataset["lat"] === undefined ? centreOn() : undefined;
  if (places.length === 0 && centre === undefined) return;
  const bounds = new LngLatBounds();
  places.forEach(({ lon, lat }) => bounds.extend([lon, lat]));
  if (centre !== undefined) bounds.extend([centre[0], centre[1]]);
  const first = panel.dataset["fitted"] === undefined;
  panel.dataset["fitted"] = "";
  const edge = Math.min(52, map.getContainer().clientHeight / 5);
  map.fitBounds(bounds, { padding: edge, maxZoom, duration: first ? 0 : motion() }, ourMove);
}

const boxOf = (map: MapLibreMap): Box => {
  const bounds = map.getBounds();
  return viewBox({ west: bounds.getWest(), south: bounds.getSouth(), east: bounds.getEast(), north: bounds.getNorth() });
};

const dotColoursOf = (panel: HTMLElement): DotColours => ({ dot: coloursOf(panel).dot, edge: coloursOf(panel).land });

function areaButton(room: HTMLElement, search: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "button map-area", textContent: words("map.area"), hidden: true });
  button.addEventListener("click", search);
  room.append(button);
  return button;
}

function recolour(map: MapLibreMap, style: StyleSpecification): void {
  for (const { id, paint = {} } of style.layers) {
    for (const [name, value] of Object.entries(paint)) map.setPaintProperty(id, name as "fill-color", value);
  }
}
