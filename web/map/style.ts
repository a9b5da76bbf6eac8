import type { FontFacesSpecification, LayerSpecification, StyleSpecification, SymbolLayerSpecification } from "maplibre-gl";

/** The built-in map in the page's own colours and with its own fonts: nothing is fetched from anyone else. */

const colourNames = ["water", "land", "border", "town", "ring", "radius", "green", "road", "road-edge", "building", "label", "label-large", "dot"] as const;
export type MapColours = Readonly<Record<(typeof colourNames)[number], string>>;

/** The colours stand in the style sheet, for light and dark; MapLibre wants them as plain values. */
export function coloursOf(element: Element): MapColours {
  const style = getComputedStyle(element);
  const colour = (name: string): [string, string] => [name, style.getPropertyValue(`--map-${name}`).trim() || "#888888"];
  return Object.fromEntries(colourNames.map(colour)) as MapColours;
}

export type FontFiles = Readonly<Record<string, readonly { readonly file: string; readonly ranges: readonly string[] }[]>>;

/** The fonts in the words of the style specification; letters that none of them holds are drawn in a font of the device. */
export function fontFacesOf(files: FontFiles, address: (file: string) => string): FontFacesSpecification {
  return Object.fromEntries(Object.entries(files).map(([font, pieces]) =>
    [font, pieces.map(({ file, ranges }) => ({ url: address(file), "unicode-range": [...ranges] }))]));
}

export const plainFont = ["Noto Sans"];
export const strongFont = ["Noto Sans Semibold"];

/** How a label is painted: readable on whatever lies under it. */
export const labelPaint = (colours: MapColours, colour: string = colours.label): NonNullable<SymbolLayerSpecification["paint"]> =>
  ({ "text-color": colour, "text-halo-color": colours.land, "text-halo-width": 1.5 });

const isAsked = ["==", ["get", "asked"], true] as ["==", ["get", string], boolean];
const nothing = { type: "FeatureCollection" as const, features: [] };

/** Towns above two hundred thousand people are named larger than the rest. */
const isLarge = ["==", ["get", "large"], true] as ["==", ["get", string], boolean];

/** The lowest layer of names of the built-in map: what is to be seen below them is put there. */
export const lowestNames = "town-names";

/** The picture of a town's dot, which stands only where its name has room too. */
export const townDot = "town";
export const townDotRadius = 6;

type Anchors = (string | [number, number])[];

/** Where a name stands to its dot, in ems: beside, below, above, or over the corners so far away. */
const anchors = (aside: number, far: number): ["literal", Anchors] => ["literal", [
  "left", [0.5, 0], "right", [-0.5, 0], "top", [0, 0.5], "bottom", [0, -0.5],
  "top-left", [aside, far], "top-right", [-aside, far], "bottom-left", [aside, -far], "bottom-right", [-aside, -far]]];

/** The largest of all may stand further away, where markers stand around it: a map of London without its name is none. */
const isLargest = ["==", ["get", "rank"], 0] as ["==", ["get", string], number];

function townNames(id: string, large: boolean, colours: MapColours): LayerSpecification {
  return {
    id, type: "symbol", source: "towns", filter: large ? isLarge : ["!", isLarge],
    layout: {
      "icon-image": townDot, "icon-size": ["/", ["get", "size"], townDotRadius], "icon-allow-overlap": true,
      "text-field": ["get", "name"], "text-font": large ? strongFont : plainFont, "text-size": large ? 15 : 12.5,
      "text-variable-anchor-offset": ["case", isLargest, anchors(1.6, 1.4), anchors(0.3, 0.3)], "text-justify": "auto", "text-padding": large ? 2 : 6, "symbol-sort-key": ["get", "rank"],
    },
    paint: { ...labelPaint(colours, large ? colours["label-large"] : colours.label), "icon-opacity": 0.6 },
  };
}

/** What an operator's tiles add to the map. They lie over the land; names and rings lie over them. */
export interface TilesOnTop { readonly sources: StyleSpecification["sources"]; readonly layers: readonly LayerSpecification[] }

export function mapStyle(colours: MapColours, fonts: FontFacesSpecification, tiles: TilesOnTop = { sources: {}, layers: [] }): StyleSpecification {
  return {
    version: 8,
    "font-faces": fonts,
    sources: {
      land: { type: "geojson", data: nothing, tolerance: 0.2 },
      borders: { type: "geojson", data: nothing },
      towns: { type: "geojson", data: nothing },
      rings: { type: "geojson", data: nothing },
      ...tiles.sources,
    },
    layers: [
      { id: "water", type: "background", paint: { "background-color": colours.water } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": colours.land, "fill-antialias": false } },
      { id: "borders", type: "line", source: "borders", paint: { "line-color": colours.border, "line-width": 1, "line-dasharray": [4, 3] } },
      ...tiles.layers,
      { id: "rings", type: "line", source: "rings", filter: ["!", isAsked], paint: { "line-color": colours.ring, "line-width": 1 } },
      { id: "radius", type: "line", source: "rings", filter: isAsked, paint: { "line-color": colours.radius, "line-width": 1.5, "line-dasharray": [3, 3] } },
      townNames(lowestNames, false, colours),
      townNames("town-names-large", true, colours),
    ],
  };
}
