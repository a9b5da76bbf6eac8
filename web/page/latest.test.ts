import assert from "node:assert/strict";
import { test } from "node:test";
import { Latest, isAbort } from "./latest.ts";

test("beginning a request aborts the one before it, and only that", () => {
  const latest = new Latest();
  const [first, second] = [latest.begin(), latest.begin()];
  assert.equal(first.aborted, true);
  assert.equal(second.aborted, false);
  latest.stop();
  assert.equal(second.aborted, true);
});

test("an abort is told apart from a failure", () => {
  assert.equal(isAbort(new DOMException("stopped", "AbortError")), true);
  assert.equal(isAbort(new TypeError("no network")), false);
});
