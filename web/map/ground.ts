import type { Feature, Point } from "geojson";
import type { GeoJSONSource, Map as MapLibreMap } from "maplibre-gl";
import { cellAddresses, overviewAddress } from "nearme:map-files";
import { type Box, type Cell, type Town, bordersOf, cellKeys, labelOf, landOf, largestTowns, noCell } from "./cells.ts";
import { radiusOn } from "./places.ts";
import { ringsOf } from "./rings.ts";

const zoomOfCells = 4.5;
const mostTowns = 60;
const hundredsOfLarge = 2000;

/** A file beside this script, unpacked: the cells lie packed, so that the program holds each but once. */
async function fetchCell(address: string): Promise<Cell> {
  const response = await fetch(new URL(address, import.meta.url));
  if (!response.ok || response.body === null) throw new Error(`the map's file ${address} answered ${response.status}`);
  const text = await new Response(response.body.pipeThrough(new DecompressionStream("gzip"))).text();
  return JSON.parse(text) as Cell;
}

const pointIn = (language: string) => (town: Town, rank: number): Feature<Point> => {
  const [, lon, lat, hundreds] = town;
  const properties = { name: labelOf(town, language), rank, large: hundreds > hundredsOfLarge, size: 2 + Math.log10(1 + hundreds / 10) };
  return { type: "Feature", geometry: { type: "Point", coordinates: [lon / 1000, lat / 1000] }, properties };
};

/** The offline ground of the map: land, borders, towns and rings of what is in view, loaded cell by cell. */
export class Ground {
  private readonly cells = new Map<string, Promise<Cell>>();
  private drawn = "";

  /** `isDrawnBetter`: where other tiles have the towns, and they are left out here. */
  constructor(private readonly map: MapLibreMap, private readonly centre: () => readonly [number, number] | undefined,
    private readonly isDrawnBetter: (lon: number, lat: number) => boolean = () => false) {}

  async draw(): Promise<void> {
    const box = this.box();
    const keys = this.map.getZoom() < zoomOfCells ? ["world"] : cellKeys(box);
    const cells = await Promise.all(keys.map((key) => this.cell(key)));
    if (keys.join() !== this.drawn) {
      this.drawn = keys.join();
      this.source("land")?.setData(landOf(cells));
      this.source("borders")?.setData(bordersOf(cells));
    }
    const towns = largestTowns(cells, box, mostTowns).filter(([, lon, lat]) => !this.isDrawnBetter(lon / 1000, lat / 1000));
    this.source("towns")?.setData({ type: "FeatureCollection", features: towns.map(pointIn(document.documentElement.lang)) });
    this.drawRings(box);
  }

  private drawRings(box: Box): void {
    const centre = this.centre();
    if (centre === undefined) return;
    const reach = ((box.north - box.south) / 2) * 111.2;
    this.source("rings")?.setData(ringsOf(centre, reach, radiusOn()));
  }

  private cell(key: string): Promise<Cell> {
    const address = key === "world" ? overviewAddress : cellAddresses[key];
    if (address === undefined) return Promise.resolve(noCell);
    const known = this.cells.get(key) ?? fetchCell(address);
    this.cells.set(key, known);
    return known;
  }

  private box(): Box {
    const bounds = this.map.getBounds();
    return { west: bounds.getWest(), south: bounds.getSouth(), east: bounds.getEast(), north: bounds.getNorth() };
  }

  private source(name: string): GeoJSONSource | undefined {
    return this.map.getSource<GeoJSONSource>(name);
  }
}
