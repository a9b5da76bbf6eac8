import { type GeoJSONSource, type Map as MapLibreMap, type MapLayerMouseEvent, Popup } from "maplibre-gl";
import { Latest, isAbort } from "../page/latest.ts";
import { type Box, boxParameter } from "../page/question.ts";
import { inLanguage, pageLanguage, words } from "../page/words.ts";
import { type DotsFound, dotsBeside, legendOf } from "./dots_found.ts";
import { listedOn, pointsOn } from "./places.ts";

export interface DotColours { readonly dot: string; readonly edge: string }

/** The name of the source and of the layer. */
const dots = "dots";
const nothing = { type: "FeatureCollection" as const, features: [] };

/** Whatever else answers the question in the part of the map that is shown: small dots below the markers, with a line
 *  that says how many. */
export class Dots {
  private readonly latest = new Latest();
  private readonly legend = Object.assign(document.createElement("p"), { className: "map-legend", dir: "auto", hidden: true });
  /** The last question, and what comes of it: asked again it is answered from here. */
  private asked: { readonly address: string; readonly answer: Promise<DotsFound | undefined> } | undefined;

  /** Below the layer `under`, where there is one. */
  constructor(private readonly map: MapLibreMap, colours: DotColours, under: string) {
    map.addSource(dots, { type: "geojson", data: nothing });
    map.addLayer({ id: dots, type: "circle", source: dots, paint: { "circle-radius": ["interpolate", ["linear"], ["zoom"], 4, 2.5, 12, 5], "circle-stroke-width": 1 } },
      map.getLayer(under) === undefined ? undefined : under);
    this.colour(colours);
    map.getContainer().append(this.legend);
    map.on("click", dots, (event) => this.open(event));
    map.on("mouseenter", dots, () => { map.getCanvas().style.cursor = "pointer"; });
    map.on("mouseleave", dots, () => { map.getCanvas().style.cursor = ""; });
  }

  colour({ dot, edge }: DotColours): void {
    this.map.setPaintProperty(dots, "circle-color", dot);
    this.map.setPaintProperty(dots, "circle-stroke-color", edge);
  }

  /** Shows what lies in this part now; nothing where nothing can be asked or no answer comes. */
  async show(box: Box): Promise<void> {
    const question = pointsOn();
    const address = question && `${question}${question.includes("?") ? "&" : "?"}bbox=${boxParameter(box)}`;
    if (this.asked?.address !== address) this.asked = address === undefined ? undefined : { address, answer: this.ask(address) };
    const { asked } = this;
    const found = await asked?.answer;
    if (this.asked !== asked) return;
    if (found === undefined) this.asked = undefined;
    this.draw(found);
  }

  private async ask(address: string): Promise<DotsFound | undefined> {
    try {
      const response = await fetch(address, { signal: this.latest.begin() });
      return response.ok ? await response.json() as DotsFound : undefined;
    } catch (problem) {
      if (!isAbort(problem)) console.warn(problem);
      return undefined;
    }
  }

  private draw(found: DotsFound | undefined): void {
    const shown = found === undefined ? [] : dotsBeside(found, listedOn());
    const features = shown.map(({ properties, geometry: { coordinates: [lon = 0, lat = 0] } }) =>
      ({ type: "Feature" as const, properties, geometry: { type: "Point" as const, coordinates: [lon, lat] } }));
    this.map.getSource<GeoJSONSource>(dots)?.setData({ type: "FeatureCollection", features });
    this.legend.hidden = found === undefined || shown.length === 0;
    this.legend.textContent = found === undefined ? "" : legendOf(found, shown.length, pageLanguage(), words);
  }

  private open({ features = [] }: MapLayerMouseEvent): void {
    const [first] = features;
    if (first === undefined || first.geometry.type !== "Point") return;
    const { name, url } = first.properties as { readonly name: string; readonly url: string };
    const link = Object.assign(document.createElement("a"), { href: inLanguage(url), textContent: name });
    link.dir = "auto";
    const [lon = 0, lat = 0] = first.geometry.coordinates;
    new Popup({ className: "map-popup", maxWidth: "240px", offset: 8 }).setLngLat([lon, lat]).setDOMContent(link).addTo(this.map);
  }
}
