// Runs the benchmarks that ./dev bench has built, prints tables, and writes results/DATE-SITES.json.
//
//   node bench/run.mjs [--sites 100000,1000000] [--keep-images] [--only CLASS] [--queries N] [--rounds N]
//   node bench/run.mjs --check [--checks N]
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { parseArgs } from 'node:util';
import { factsOf } from './machine.mjs';
import { imageTable, queryTable, sizeName } from './table.mjs';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');
const buildFolder = path.join(root, 'build-bench');
const imageFolder = path.join(buildFolder, 'worlds');

const { values: options } = parseArgs({
  options: {
    sites: { type: 'string', default: '100000,1000000' },
    check: { type: 'boolean', default: false },
    'keep-images': { type: 'boolean', default: false },
    only: { type: 'string' },
    queries: { type: 'string' },
    rounds: { type: 'string' },
    checks: { type: 'string' },
  },
});

function argumentsFor(sites) {
  const passed = ['--sites', sites, '--image', path.join(imageFolder, `${sizeName(sites)}.image`)];
  for (const name of ['only', 'queries', 'rounds', 'checks']) if (options[name]) passed.push(`--${name}`, options[name]);
  if (options.check) passed.push('--check');
  if (options['keep-images']) passed.push('--keep-image');
  return passed;
}

// The lines that a run of engine_bench prints, as objects, and its exit code.
async function measure(sites) {
  console.error(`measuring ${sizeName(sites)} sites`);
  const child = spawn(path.join(buildFolder, 'engine_bench'), argumentsFor(sites), {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve, reject) =>
    child.on('error', reject).on('close', (code, signal) => {
      if (signal) console.error(`engine_bench was ended by ${signal}${signal === 'SIGKILL' ? ': too little memory?' : ''}`);
      resolve(code ?? 2);
    }),
  );
  const lines = [];
  for await (const line of readline.createInterface({ input: child.stdout })) lines.push(JSON.parse(line));
  return { lines, code: await ended };
}

function report(lines) {
  if (options.check) {
    for (const { sites, class: name, queries, results, wrong } of lines.filter((line) => line.what === 'check'))
      console.log(`${sizeName(sites)} ${name}: ${wrong || `${queries} queries, ${results} results as by brute force`}`);
    return;
  }
  console.log(`\n${imageTable(lines)}\n\n${queryTable(lines)}\n`);
}

function keep(lines, machine, sizes) {
  const folder = path.join(root, 'bench', 'results');
  mkdirSync(folder, { recursive: true });
  const date = machine.measured_at.slice(0, 10);
  const file = path.join(folder, `${date}-${sizes.map(sizeName).join('-')}.json`);
  writeFileSync(file, `${JSON.stringify({ machine, lines }, null, 1)}\n`);
  console.log(`written to ${path.relative(root, file)}`);
}

const sizes = options.sites.split(',').map(Number);
if (sizes.some((size) => !Number.isInteger(size) || size < 1)) throw new Error(`--sites ${options.sites}: not numbers`);
mkdirSync(imageFolder, { recursive: true });
const machine = { measured_at: new Date().toISOString(), ...factsOf(buildFolder) };
const all = [];
let worst = 0;
for (const size of sizes) {
  const { lines, code } = await measure(size);
  all.push(...lines);
  worst = Math.max(worst, code);
}
if (all.length > 0) report(all);
if (worst === 0 && !options.check && !options.only) keep(all, machine, sizes);
process.exitCode = worst;
