import assert from "node:assert/strict";
import { test } from "node:test";
import { compareAddress, placesFrom, toggled } from "./saved.ts";

const [alpha, beta] = [{ url: "/sites/alpha", name: "Alpha" }, { url: "/sites/beta", name: "Beta" }];

test("a place is added at the end, and taken out when it is there", () => {
  assert.deepEqual(toggled([alpha], beta), [alpha, beta]);
  assert.deepEqual(toggled([alpha, beta], alpha), [beta]);
});

test("what this page did not write counts as nothing", () => {
  for (const text of [null, "", "{", "3", "null", "{}", '[{"url":"https://elsewhere.example/","name":"x"}]', '[{"url":"/sites/a"}]', "[null]"]) {
    assert.deepEqual(placesFrom(text), [], String(text));
  }
  assert.deepEqual(placesFrom(JSON.stringify([alpha, 1, { ...beta, extra: true }])), [alpha, beta]);
});

test("places are compared by the names in their addresses", () => {
  assert.equal(compareAddress([alpha.url, beta.url]), "/compare?sites=alpha,beta");
});
