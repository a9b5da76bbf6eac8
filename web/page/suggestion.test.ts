import assert from "node:assert/strict";
import { test } from "node:test";
import { type Suggestion, choiceOf, markedAfter, suggestionsOf } from "./suggestion.ts";

const leeds: Suggestion = { type: "locality", id: "leeds-england-gb", name: "peel near Leeds", detail: "England, GB", url: "/?near=leeds-england-gb" };
const peel: Suggestion = { type: "treatment", id: "chemical-peel", name: "Chemical peel", detail: "", url: "/treatments/chemical-peel" };

const near = (what: string): string => `${what} near `;

test("an answer that is no list of suggestions gives none", () => {
  for (const answer of [null, 3, {}, { suggestions: "x" }, { suggestions: [null, { type: "site" }] }]) assert.deepEqual(suggestionsOf(answer), []);
});

test("sound suggestions survive unsound neighbours", () => assert.deepEqual(suggestionsOf({ suggestions: [peel, 1, leeds] }), [peel, leeds]));

test("choosing a town names its region, so that no other town is meant", () =>
  assert.deepEqual(choiceOf(leeds, false, near), { kind: "ask", text: "peel near Leeds, England" }));

test("a treatment waits for a place unless the position is known", () => {
  assert.deepEqual(choiceOf(peel, false, near), { kind: "type", text: "Chemical peel near " });
  assert.deepEqual(choiceOf(peel, true, near), { kind: "ask", text: "Chemical peel" });
});

test("choosing a site goes to its page", () =>
  assert.deepEqual(choiceOf({ ...peel, type: "site", url: "/sites/a" }, true, near), { kind: "go", text: "/sites/a" }));

test("the arrows pass through the box at both ends of the list", () => {
  assert.equal(markedAfter("ArrowDown", -1, 3), 0);
  assert.equal(markedAfter("ArrowDown", 2, 3), -1);
  assert.equal(markedAfter("ArrowUp", -1, 3), 2);
  assert.equal(markedAfter("ArrowUp", 0, 3), -1);
  assert.equal(markedAfter("ArrowDown", -1, 0), -1);
  assert.equal(markedAfter("x", 1, 3), 1);
});
