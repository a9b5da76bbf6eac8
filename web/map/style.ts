import type { StyleSpecification } from "maplibre-gl";

/** The built-in map in the page's own colours: no text, no fonts, nothing to fetch from anyone. */

export interface MapColours {
  readonly water: string;
  readonly land: string;
  readonly border: string;
  readonly town: string;
  readonly ring: string;
}

/** The colours stand in the style sheet, for light and dark; MapLibre wants them as plain values. */
export function coloursOf(element: Element): MapColours {
  const style = getComputedStyle(element);
  const colour = (name: string): string => style.getPropertyValue(`--map-${name}`).trim() || "#888888";
  return { water: colour("water"), land: colour("land"), border: colour("border"), town: colour("town"), ring: colour("ring") };
}

const nothing = { type: "FeatureCollection" as const, features: [] };

export function builtInStyle(colours: MapColours): StyleSpecification {
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: nothing, tolerance: 0.2 },
      borders: { type: "geojson", data: nothing },
      towns: { type: "geojson", data: nothing },
      rings: { type: "geojson", data: nothing },
    },
    layers: [
      { id: "water", type: "background", paint: { "background-color": colours.water } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": colours.land, "fill-antialias": false } },
      { id: "borders", type: "line", source: "borders", paint: { "line-color": colours.border, "line-width": 1, "line-dasharray": [4, 3] } },
      { id: "rings", type: "line", source: "rings", paint: { "line-color": colours.ring, "line-width": 1 } },
      { id: "towns", type: "circle", source: "towns", paint: { "circle-color": colours.town, "circle-radius": ["get", "size"], "circle-opacity": 0.55 } },
    ],
  };
}
