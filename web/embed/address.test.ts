import assert from "node:assert/strict";
import { test } from "node:test";
import { fragmentAddress, questionOf } from "./address.ts";

test("attributes are the question, and empty ones say nothing", () => {
  const attributes: Record<string, string> = { treatment: "micro-needling", near: " Leeds ", "radius-km": "5", concern: "" };
  assert.equal(questionOf((name) => attributes[name] ?? null).toString(), "treatment=micro-needling&near=Leeds&radius_km=5");
});

test("a fragment is asked of the script's own server, in the language of the page", () => {
  assert.equal(fragmentAddress("https://find.example/assets/nearme.js", "?q=a", "de"), "https://find.example/embed?q=a&lang=de");
  assert.equal(fragmentAddress("https://find.example/assets/nearme.js", "?q=a&lang=pl", "de"), "https://find.example/embed?q=a&lang=pl");
  assert.equal(fragmentAddress("https://find.example/assets/nearme.js", "?q=a", ""), "https://find.example/embed?q=a");
});
