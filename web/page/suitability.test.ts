import assert from "node:assert/strict";
import { test } from "node:test";
import { type Question, meaningOf, verdictOf } from "./suitability.ts";

const wound: Question = { when: "yes", outcomes: ["ask-first", "not-now"] };
const sores: Question = { when: "yes", outcomes: ["ask-first"] };
const product: Question = { when: "no", outcomes: ["ask-first"] };
const fine: Question = { when: "yes", outcomes: ["nothing-known-against"] };

test("without questions nothing is known against it", () => {
  assert.deepEqual(verdictOf([], []), { outcome: "nothing-known-against", open: 0 });
});

test("the gravest of several rules holds", () => {
  assert.equal(meaningOf(wound, "yes"), "not-now");
  assert.equal(meaningOf(wound, "no"), "nothing-known-against");
});

test("a rule can belong to a no", () => {
  assert.equal(meaningOf(product, "no"), "ask-first");
  assert.equal(meaningOf(product, "yes"), "nothing-known-against");
});

test("who is not sure asks first, and is never told not now", () => {
  for (const question of [wound, sores, product]) assert.equal(meaningOf(question, "unsure"), "ask-first");
  assert.equal(meaningOf(fine, "unsure"), "nothing-known-against");
});

test("nothing known against it is said only when nothing is open", () => {
  assert.deepEqual(verdictOf([wound, sores], ["no", undefined]), { outcome: undefined, open: 1 });
  assert.deepEqual(verdictOf([wound, sores], ["no", "no"]), { outcome: "nothing-known-against", open: 0 });
});

test("what is already against it is said at once", () => {
  assert.deepEqual(verdictOf([wound, sores], ["yes", undefined]), { outcome: "not-now", open: 1 });
  assert.deepEqual(verdictOf([wound, sores], [undefined, "yes"]), { outcome: "ask-first", open: 1 });
  assert.deepEqual(verdictOf([wound, sores], ["yes", "yes"]), { outcome: "not-now", open: 0 });
});
