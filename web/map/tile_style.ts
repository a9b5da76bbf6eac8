import type { FilterSpecification, LayerSpecification, LineLayerSpecification } from "maplibre-gl";
import { type MapColours, labelPaint, plainFont, strongFont } from "./style.ts";

/** How an operator's vector tiles are drawn: those of the OpenMapTiles schema, those of Protomaps, and in outline any
 * others. Pure. */

export type Schema = "openmaptiles" | "protomaps" | "other";

/** By the names of their layers: "transportation" is OpenMapTiles', "earth" and "roads" are Protomaps'. */
export function schemaOf(layers: readonly string[]): Schema {
  if (layers.includes("transportation")) return "openmaptiles";
  return layers.includes("roads") && layers.includes("earth") ? "protomaps" : "other";
}

const source = "tiles";
type Match = FilterSpecification;

const oneOf = (field: string, ...values: string[]): ["in", ["get", string], ["literal", string[]]] => ["in", ["get", field], ["literal", values]];

const fill = (id: string, layer: string, colour: string, filter?: Match): LayerSpecification =>
  ({ id: `tiles-${id}`, type: "fill", source, "source-layer": layer, ...(filter && { filter }), paint: { "fill-color": colour } });

const widths = (atTen: number, atEighteen: number): NonNullable<NonNullable<LineLayerSpecification["paint"]>["line-width"]> =>
  ["interpolate", ["exponential", 1.5], ["zoom"], 6, atTen / 3, 10, atTen, 18, atEighteen];

/** A sort of road: its edge lies under all roads, so that crossings are open. */
interface Road { readonly id: string; readonly layer: string; readonly filter: Match; readonly width: readonly [number, number]; readonly from: number }

function roadLayers(roads: readonly Road[], colours: MapColours): LayerSpecification[] {
  const drawn = (part: string, colour: string, more: number): LayerSpecification[] => roads.map(({ id, layer, filter, width, from }) => ({
    id: `tiles-${id}${part}`, type: "line", source, "source-layer": layer, minzoom: from, filter,
    layout: { "line-cap": "round", "line-join": "round" },
    paint: { "line-color": colour, "line-width": widths(width[0] + more * 0.6, width[1] + more * 2) },
  }));
  return [...drawn("-edge", colours["road-edge"], 1), ...drawn("", colours.road, 0)];
}

interface Naming { readonly id: string; readonly layer: string; readonly filter?: Match; readonly size: number; readonly strong?: boolean; readonly along?: boolean; readonly from?: number }

/** In the reader's language where the tiles have it, else as people there write it. */
const nameIn = (language: string): ["coalesce", ...["get", string][]] =>
  ["coalesce", ["get", `name:${language}`], ["get", "name"], ["get", "name:latin"], ["get", "name_int"], ["get", "name:en"]];

function names({ id, layer, filter, size, strong = false, along = false, from = 0 }: Naming, colours: MapColours, language: string): LayerSpecification {
  return {
    id: `tiles-${id}`, type: "symbol", source, "source-layer": layer, minzoom: from, ...(filter && { filter }),
    layout: {
      "text-field": nameIn(language), "text-font": strong ? strongFont : plainFont, "text-size": size, "text-padding": 6, "text-max-width": 8,
      ...(along && { "symbol-placement": "line" }),
    },
    paint: labelPaint(colours, strong ? colours["label-large"] : colours.label),
  };
}

function openMapTiles(colours: MapColours, language: string): LayerSpecification[] {
  const road = (id: string, from: number, width: readonly [number, number], ...classes: string[]): Road =>
    ({ id, layer: "transportation", filter: oneOf("class", ...classes), width, from });
  return [
    fill("cover", "landcover", colours.green, oneOf("class", "grass", "wood", "farmland", "wetland")),
    fill("use", "landuse", colours.green, oneOf("class", "cemetery", "park", "pitch", "playground")),
    fill("park", "park", colours.green),
    fill("sea", "water", colours.water),
    { id: "tiles-rivers", type: "line", source, "source-layer": "waterway", paint: { "line-color": colours.water, "line-width": 1 } },
    { id: "tiles-building", type: "fill", source, "source-layer": "building", minzoom: 14, paint: { "fill-color": colours.building } },
    ...roadLayers([
      road("paths", 14, [0.3, 4], "path", "track"), road("streets", 12, [0.6, 16], "minor", "service"),
      road("main", 8, [1.2, 20], "secondary", "tertiary"), road("great", 5, [1.8, 26], "motorway", "trunk", "primary"),
    ], colours),
    names({ id: "street-names", layer: "transportation_name", filter: ["!", oneOf("class", "ferry", "aerialway")], size: 12, along: true, from: 13 }, colours, language),
    names({ id: "quarters", layer: "place", filter: oneOf("class", "suburb", "quarter", "neighbourhood", "hamlet", "island"), size: 12, from: 12 }, colours, language),
    names({ id: "villages", layer: "place", filter: oneOf("class", "village"), size: 12.5, from: 10 }, colours, language),
    names({ id: "places", layer: "place", filter: oneOf("class", "city", "town"), size: 15, strong: true, from: 4 }, colours, language),
  ];
}

function protomaps(colours: MapColours, language: string): LayerSpecification[] {
  const road = (id: string, from: number, width: readonly [number, number], ...kinds: string[]): Road =>
    ({ id, layer: "roads", filter: oneOf("kind", ...kinds), width, from });
  return [
    fill("earth", "earth", colours.land),
    fill("use", "landuse", colours.green, oneOf("kind", "park", "cemetery", "forest", "wood", "grass", "nature_reserve", "national_park", "pitch", "golf_course")),
    fill("sea", "water", colours.water),
    { id: "tiles-building", type: "fill", source, "source-layer": "buildings", minzoom: 14, paint: { "fill-color": colours.building } },
    ...roadLayers([
      road("paths", 14, [0.3, 4], "path"), road("streets", 12, [0.6, 16], "minor_road"),
      road("main", 8, [1.2, 20], "major_road"), road("great", 5, [1.8, 26], "highway"),
    ], colours),
    names({ id: "street-names", layer: "roads", size: 12, along: true, from: 13 }, colours, language),
    names({ id: "quarters", layer: "places", filter: oneOf("kind", "neighbourhood", "macrohood"), size: 12, from: 12 }, colours, language),
    names({ id: "places", layer: "places", filter: oneOf("kind", "locality"), size: 14, strong: true, from: 4 }, colours, language),
  ];
}

/** Layers that nobody here knows: areas, lines and points as they are. */
function outlines(layers: readonly string[], colours: MapColours): LayerSpecification[] {
  const shaped = (type: string): Match => ["==", ["geometry-type"], type];
  return layers.flatMap((layer): LayerSpecification[] => [
    { id: `tiles-${layer}-areas`, type: "fill", source, "source-layer": layer, filter: shaped("Polygon"), paint: { "fill-color": colours.building, "fill-opacity": 0.6 } },
    { id: `tiles-${layer}-lines`, type: "line", source, "source-layer": layer, filter: shaped("LineString"), paint: { "line-color": colours["road-edge"], "line-width": 1 } },
    { id: `tiles-${layer}-points`, type: "circle", source, "source-layer": layer, filter: shaped("Point"), paint: { "circle-color": colours.town, "circle-radius": 2.5 } },
  ]);
}

export function tileLayers(layers: readonly string[], colours: MapColours, language: string): LayerSpecification[] {
  const schema = schemaOf(layers);
  if (schema === "openmaptiles") return openMapTiles(colours, language);
  return schema === "protomaps" ? protomaps(colours, language) : outlines(layers, colours);
}
