// Changes a running server at a steady rate and searches it meanwhile. Prints the times of both.
//   node bench/live.mjs [--rate 1000] [--seconds 30] [--sites 20000]
import { readFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { freshFolder, siteCalled, startServer } from "../tests/end_to_end/own_server.mjs";

const { values } = parseArgs({
  options: {
    rate: { type: "string", default: "1000" },
    seconds: { type: "string", default: "30" },
    sites: { type: "string", default: "20000" },
  },
});
const rate = Number(values.rate);
const seconds = Number(values.seconds);
const sites = Number(values.sites);

const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
const inMs = (times) => {
  const sorted = times.toSorted?.((a, b) => a - b) ?? [...times].sort((a, b) => a - b);
  return `p50 ${quantile(sorted, 0.5).toFixed(1)} ms, p99 ${quantile(sorted, 0.99).toFixed(1)} ms, most ${sorted.at(-1).toFixed(1)} ms`;
};

let table = "";
for (let i = 0; i < sites; ++i)
  table += `s${i},Site ${i},${(50 + (i % 997) / 200).toFixed(4)},${(-4 + (i % 991) / 200).toFixed(4)},GB\n`;
const { data, remove } = freshFolder(table);
const server = await startServer(data);

const changes = [];
const searches = [];
let failed = 0;
let pending = 0;

async function change(number) {
  const begin = performance.now();
  ++pending;
  try {
    const path = `/v1/sites/s${number % (2 * sites)}`;
    const { status } = await (number % 10 === 9
      ? server.ask("DELETE", path)
      : server.ask("PUT", path, siteCalled(`changed${number}`, number)));
    if (status >= 400 && status !== 404) ++failed;
    changes.push(performance.now() - begin);
  } finally {
    --pending;
  }
}

let going = true;
const searching = (async () => {
  const questions = [
    "/v1/search?q=micro-needling+near+Leeds",
    "/v1/search?text=site&lat=52&lon=-2&radius_km=50",
    "/v1/search?lat=53.8&lon=-1.55&open=now&facets=treatment",
    "/v1/search?lat=51&lon=-1&sort=distance",
  ];
  for (let i = 0; going; ++i) {
    const begin = performance.now();
    await server.ask("GET", questions[i % questions.length]);
    searches.push(performance.now() - begin);
    await pause(2);
  }
})();

/** Seconds of processor time that the server has used (Linux counts in hundredths). */
function processorSeconds() {
  const fields = readFileSync(`/proc/${server.pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

const usedBefore = processorSeconds();
const begin = performance.now();
for (let sent = 0; sent < rate * seconds; ) {
  const due = Math.min(rate * seconds, Math.floor(((performance.now() - begin) / 1000) * rate));
  while (sent < due) void change(sent++);
  await pause(1);
}
while (pending > 0) await pause(1);
const took = (performance.now() - begin) / 1000;
const used = processorSeconds() - usedBefore;

const word = "afterwards";
await server.ask("PUT", "/v1/sites/last", siteCalled(word));
const asked = performance.now();
while ((await server.ask("GET", `/v1/search?text=${word}`)).body.total !== 1) await pause(2);
const seen = performance.now() - asked;
going = false;
await searching;
await server.kill();
remove();

console.log(`${changes.length} changes in ${took.toFixed(1)} s: ${(changes.length / took).toFixed(0)} a second, ${failed} failed`);
console.log(`the server used ${used.toFixed(1)} s of processor time, ${((used / changes.length) * 1e6).toFixed(0)} us a change;`);
console.log(`the machine has ${cpus().length} processors and a load of ${loadavg()[0].toFixed(0)}`);
console.log(`a change, until it is durable: ${inMs(changes)}`);
console.log(`${searches.length} searches meanwhile: ${inMs(searches)}`);
console.log(`the last change was searched ${seen.toFixed(0)} ms after its answer`);
