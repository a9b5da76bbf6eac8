// Finds the points of src/matching/weights.cpp: a logistic regression over the findings of labelled pairs, as
// `matching_bench PAIRS --findings` prints them, on standard input. Prints what was reached on pairs that had no part
// in the fitting (ten-fold cross-validation, five times over), then the points of all findings.
import {readFileSync} from 'node:fs';

const FOLDS = 10;
const TIMES = 5;
const STEPS = 1500;
const RATE = 1.0;
const RIDGE = 2; // keeps findings that few pairs have near 0
const WANTED = 0.97;

// The same order on every run: xorshift32 (Marsaglia 2003).
function makeRandom(seed) {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

function shuffled(items, random) {
  const order = [...items];
  for (let i = order.length - 1; i > 0; --i) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

const scoreOf = (weights, pair) => pair.findings.reduce((sum, finding) => sum + weights.of[finding], weights.start);
const sigmoid = (x) => 1 / (1 + Math.exp(-x));

/** Gradient descent with momentum; the loss is convex, so that where it starts does not matter. */
function fit(pairs, findings) {
  const weights = {start: 0, of: new Float64Array(findings)};
  const speed = {start: 0, of: new Float64Array(findings)};
  for (let step = 0; step < STEPS; ++step) {
    const slope = {start: 0, of: new Float64Array(findings)};
    for (const pair of pairs) {
      const error = sigmoid(scoreOf(weights, pair)) - pair.label;
      slope.start += error;
      for (const finding of pair.findings) slope.of[finding] += error;
    }
    speed.start = 0.9 * speed.start - (RATE * slope.start) / pairs.length;
    weights.start += speed.start;
    for (let i = 0; i < findings; ++i) {
      speed.of[i] = 0.9 * speed.of[i] - (RATE * (slope.of[i] + RIDGE * weights.of[i])) / pairs.length;
      weights.of[i] += speed.of[i];
    }
  }
  return weights;
}

function ratesFrom(judged, threshold) {
  const merged = judged.filter((pair) => pair.score >= threshold);
  const right = merged.filter((pair) => pair.label === 1).length;
  const ones = judged.filter((pair) => pair.label === 1).length;
  return {precision: merged.length === 0 ? 1 : right / merged.length, recall: right / ones};
}

/** The lowest threshold from which on precision is as wanted. */
function bestThreshold(judged) {
  const sorted = [...judged].sort((a, b) => b.score - a.score);
  let right = 0;
  let best = Infinity;
  sorted.forEach((pair, i) => {
    right += pair.label;
    if (right / (i + 1) >= WANTED) best = pair.score;
  });
  return best;
}

const pairs = readFileSync(0, 'utf8').trim().split('\n').map((line) => {
  const [label, ...findings] = line.split('\t').map(Number);
  return {label, findings};
});
const findings = 1 + Math.max(...pairs.flatMap((pair) => pair.findings));

const judged = [];
const random = makeRandom(1);
for (let time = 0; time < TIMES; ++time) {
  const order = shuffled(pairs, random);
  for (let fold = 0; fold < FOLDS; ++fold) {
    const weights = fit(order.filter((_, i) => i % FOLDS !== fold), findings);
    for (const pair of order.filter((_, i) => i % FOLDS === fold)) judged.push({...pair, score: scoreOf(weights, pair)});
  }
}
console.log('threshold  precision  recall   (pairs that had no part in the fitting)');
for (let threshold = -1; threshold <= 5; threshold += 0.5) {
  const {precision, recall} = ratesFrom(judged, threshold);
  console.log(`${(threshold * 100).toFixed(0).padStart(9)}  ${precision.toFixed(4).padStart(9)}  ${recall.toFixed(4)}`);
}
const threshold = bestThreshold(judged);
console.log(`precision ${WANTED} is reached from ${(threshold * 100).toFixed(0)} on, with recall ` +
  ratesFrom(judged, threshold).recall.toFixed(4));
const weights = fit(pairs, findings);
console.log(`start ${Math.round(weights.start * 100)}`);
for (let i = 0; i < findings; ++i) {
  const count = pairs.filter((pair) => pair.findings.includes(i)).length;
  const ones = pairs.filter((pair) => pair.findings.includes(i) && pair.label === 1).length;
  console.log(`${i}\t${Math.round(weights.of[i] * 100)}\t${count} pairs, ${ones} of them one`);
}
