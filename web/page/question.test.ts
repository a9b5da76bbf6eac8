import assert from "node:assert/strict";
import { test } from "node:test";
import { areaAddress, boxParameter, partAddress, rounded, searchAddress, withoutPlace } from "./question.ts";

test("an empty form is the start page", () => assert.equal(searchAddress([["q", "  "]]), "/"));

test("empty fields do not reach the address", () =>
  assert.equal(searchAddress([["q", "peel & glow"], ["open", ""], ["sort", "price"]]), "/?q=peel+%26+glow&sort=price"));

test("asking for a part keeps the question as it was", () =>
  assert.equal(partAddress("/?q=micro-needling+near+Leeds"), "/?q=micro-needling+near+Leeds&part=results"));

test("searching an area drops whatever said where", () => {
  const address = new URL(areaAddress("/?q=botox+near+Leeds&lat=1&lon=2&cursor=x&open=now", [-2, 53, -1, 54]), "http://x.invalid");
  assert.deepEqual([...address.searchParams.entries()], [["q", "botox"], ["open", "now"], ["bbox", "-2.000,53.000,-1.000,54.000"]]);
});

test("the place is taken off the end of a question, and only the place", () => {
  assert.equal(withoutPlace("micro-needling near Newcastle upon Tyne"), "micro-needling");
  assert.equal(withoutPlace("near me"), "");
  assert.equal(withoutPlace("peel in Leeds"), "peel");
  assert.equal(withoutPlace("botulinum toxin"), "botulinum toxin");
});

test("a position is never sent finer than three decimals", () => {
  assert.equal(rounded(53.7964987), "53.796");
  assert.match(rounded(-1.5484999), /^-1\.548$/);
});

test("a box is rounded outwards", () => {
  assert.equal(boxParameter([-1.54871, 53.79999, -1.5, 53.80001]), "-1.549,53.799,-1.500,53.801");
  assert.equal(boxParameter([-180, -90, 180, 90]), "-180.000,-90.000,180.000,90.000");
});
