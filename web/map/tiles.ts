import { type Header, PMTiles, Protocol, TileType } from "pmtiles";
import { type LayerSpecification, type SourceSpecification, addProtocol } from "maplibre-gl";
import type { MapColours, TilesOnTop } from "./style.ts";
import { schemaOf, tileLayers } from "./tile_style.ts";

/** An operator's map in one file (PMTiles 3), read in ranges of bytes: no server of tiles stands behind it. */

/** An opened archive: how it is drawn in some colours, and what lies in it. */
export interface Tiles {
  readonly in: (colours: MapColours) => TilesOnTop;
  readonly has: (lon: number, lat: number) => boolean;
}

/** Addresses "pmtiles://..." can be used from now on, as styles of operators may. */
function offerProtocol(): Protocol {
  const protocol = new Protocol();
  addProtocol("pmtiles", protocol.tile);
  return protocol;
}

let protocol: Protocol | undefined;
export const knowArchives = (): Protocol => (protocol ??= offerProtocol());

/** The layers that the archive names, itself or in the JSON of the program that made it. */
export function layersIn(metadata: unknown): string[] {
  const told = metadata as { vector_layers?: { id: string }[]; json?: string };
  const layers = told.vector_layers ?? (JSON.parse(told.json ?? "{}") as typeof told).vector_layers ?? [];
  return layers.map(({ id }) => id);
}

const ofOpenStreetMap = '<a href="https://www.openstreetmap.org/copyright">© OpenStreetMap</a>';

/** Whom to name: as the archive says; both schemas that are known are made of OpenStreetMap. */
function creditOf(metadata: unknown, layers: readonly string[]): string {
  const { attribution } = metadata as { attribution?: string };
  return attribution ?? (schemaOf(layers) === "other" ? "" : ofOpenStreetMap);
}

function sourceOf(address: string, header: Header, credit: string): SourceSpecification {
  const { minZoom: minzoom, maxZoom: maxzoom, minLon, minLat, maxLon, maxLat } = header;
  const shared = { tiles: [`pmtiles://${address}/{z}/{x}/{y}`], minzoom, maxzoom, attribution: credit,
    bounds: [minLon, minLat, maxLon, maxLat] as [number, number, number, number] };
  if (header.tileType === TileType.Mlt) return { type: "vector", encoding: "mlt", ...shared };
  return header.tileType === TileType.Mvt ? { type: "vector", ...shared } : { type: "raster", tileSize: 256, ...shared };
}

export async function openTiles(address: string, language: string): Promise<Tiles> {
  const archive = new PMTiles(address);
  knowArchives().add(archive);
  const [header, metadata] = await Promise.all([archive.getHeader(), archive.getMetadata()]);
  const layers = layersIn(metadata);
  const source = sourceOf(address, header, creditOf(metadata, layers));
  const picture: LayerSpecification = { id: "tiles-picture", type: "raster", source: "tiles" };
  return {
    in: (colours) => ({ sources: { tiles: source }, layers: source.type === "raster" ? [picture] : tileLayers(layers, colours, language) }),
    has: (lon, lat) => lon >= header.minLon && lon <= header.maxLon && lat >= header.minLat && lat <= header.maxLat,
  };
}
