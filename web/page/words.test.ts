import assert from "node:assert/strict";
import { test } from "node:test";
import { fill, inLanguage } from "./words.ts";

test("places are filled and unknown ones are empty", () => {
  assert.equal(fill("{name} is saved{x}", { name: "A {b} #" }, "en"), "A {b} # is saved");
});

test("a number takes the form of its language", () => {
  const polish = "{count, plural, one {# miejsce} few {# miejsca} many {# miejsc} other {# miejsca}}";
  assert.deepEqual([1, 22, 12, 1000].map((count) => fill(polish, { count }, "pl")), ["1 miejsce", "22 miejsca", "12 miejsc", "1000 miejsc"]);
  assert.equal(fill("{count, plural, =0 {none} other {# of {what}, all}}", { count: 0 }, "en"), "none");
  assert.equal(fill("{count, plural, =0 {none} other {# of {what}, all}}", { count: 1234, what: "x" }, "en"), "1,234 of x, all");
});

test("a chosen language goes along", () => {
  assert.equal(inLanguage("/sites/a", "?q=x&lang=ar"), "/sites/a?lang=ar");
  assert.equal(inLanguage("/compare?sites=a", "?lang=de"), "/compare?sites=a&lang=de");
  assert.equal(inLanguage("/sites/a", "?q=x"), "/sites/a");
});
