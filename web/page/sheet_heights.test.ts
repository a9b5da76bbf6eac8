import assert from "node:assert/strict";
import { test } from "node:test";
import { restingState, stepped } from "./sheet_heights.ts";

const heights = { closed: 56, half: 400, full: 780 };

test("a sheet that is let go comes to rest at the nearest height", () => {
  const rests = [0, 56, 200, 250, 580, 600, 900].map((height) => restingState(height, 0, heights));
  assert.deepEqual(rests, ["closed", "closed", "closed", "half", "half", "full", "full"]);
});

test("a throw leads to the next height in its direction, and not past the last", () => {
  assert.equal(restingState(70, 0.5, heights), "half");
  assert.equal(restingState(410, 2, heights), "full");
  assert.equal(restingState(790, 2, heights), "full");
  assert.equal(restingState(770, -0.5, heights), "half");
  assert.equal(restingState(390, -2, heights), "closed");
  assert.equal(restingState(10, -2, heights), "closed");
});

test("arrow keys go one height up or down and stop at the ends", () => {
  assert.deepEqual([stepped("closed", true), stepped("half", true), stepped("full", true)], ["half", "full", "full"]);
  assert.deepEqual([stepped("closed", false), stepped("half", false), stepped("full", false)], ["closed", "closed", "half"]);
});
