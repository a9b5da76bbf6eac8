import assert from "node:assert/strict";
import { test } from "node:test";
import { type DotsFound, dotsBeside, legendOf } from "./dots_found.ts";
import { viewBox } from "./view_box.ts";

const found = (total: number, ...slugs: string[]): DotsFound => ({
  type: "FeatureCollection", total, total_is_exact: true,
  features: slugs.map((slug) => ({ type: "Feature", id: slug, geometry: { type: "Point", coordinates: [0, 0] }, properties: { name: slug, url: `/sites/${slug}` } })),
});
const say = (key: string, values: Readonly<Record<string, string>>): string => `${key} ${values["count"]}`;

test("what has a marker is no dot", () => {
  const beside = dotsBeside(found(3, "a", "b", "c"), new Set(["/sites/b", "/sites/x"]));
  assert.deepEqual(beside.map(({ properties }) => properties.url), ["/sites/a", "/sites/c"]);
});

test("the line counts the dots, or all places where the dots are a sample of them", () => {
  assert.equal(legendOf(found(2, "a", "b"), 2, "en", say), "map.dots 2");
  assert.equal(legendOf(found(2, "a", "b"), 1, "en", say), "map.dots-other 1");
  assert.equal(legendOf(found(12_345, "a", "b"), 1, "en", say), "map.dots-sample 12,345");
  assert.equal(legendOf({ ...found(12_345, "a"), total_is_exact: false }, 1, "de", say), "map.dots-sample 12.345+");
});

test("a view past the antimeridian is a box across it, and one of the whole world is the world", () => {
  assert.deepEqual(viewBox({ west: 170, south: -10, east: 190, north: 10 }), [170, -10, -170, 10]);
  assert.deepEqual(viewBox({ west: -190, south: -10, east: -170, north: 10 }), [170, -10, -170, 10]);
  assert.deepEqual(viewBox({ west: -300, south: -95, east: 100, north: 95 }), [-180, -90, 180, 90]);
  assert.deepEqual(viewBox({ west: -2, south: 53, east: -1, north: 54 }), [-2, 53, -1, 54]);
});
