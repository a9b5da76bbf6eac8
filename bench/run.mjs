// Runs the benchmarks that ./dev bench has built, prints tables, and writes results/DATE-SITES.json.
//
//   node bench/run.mjs [--sites 100k,1M] [--keep-images] [--only CLASS] [--queries N] [--rounds N]
//   node bench/run.mjs --check [--checks N]
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { factsOf } from './machine.mjs';
import { buildFolder, imageFolder, keep, linesOf } from './runs.mjs';
import { imageTable, queryTable, sizeName, sizesOf } from './table.mjs';

const { values: options } = parseArgs({
  options: {
    sites: { type: 'string', default: '100k,1M' },
    check: { type: 'boolean', default: false },
    'keep-images': { type: 'boolean', default: false },
    only: { type: 'string' },
    queries: { type: 'string' },
    rounds: { type: 'string' },
    checks: { type: 'string' },
  },
});

function argumentsFor(sites) {
  const passed = ['--sites', String(sites), '--image', path.join(imageFolder, `${sizeName(sites)}.image`)];
  for (const name of ['only', 'queries', 'rounds', 'checks']) if (options[name]) passed.push(`--${name}`, options[name]);
  if (options.check) passed.push('--check');
  if (options['keep-images']) passed.push('--keep-image');
  return passed;
}

function report(lines) {
  if (options.check) {
    for (const { sites, class: name, queries, results, wrong } of lines.filter((line) => line.what === 'check'))
      console.log(`${sizeName(sites)} ${name}: ${wrong || `${queries} queries, ${results} results as by brute force`}`);
    return;
  }
  console.log(`\n${imageTable(lines)}\n\n${queryTable(lines)}\n`);
}

const sizes = sizesOf(options.sites);
mkdirSync(imageFolder, { recursive: true });
const machine = factsOf(buildFolder);
const all = [];
let worst = 0;
for (const size of sizes) {
  console.error(`measuring ${sizeName(size)} sites`);
  const { lines, code } = await linesOf(path.join(buildFolder, 'engine_bench'), argumentsFor(size));
  all.push(...lines);
  worst = Math.max(worst, code);
}
if (all.length > 0) report(all);
if (worst === 0 && !options.check && !options.only) keep(all, machine, sizes.map(sizeName).join('-'));
process.exitCode = worst;
