// Asks nearme, SQLite and PostGIS the same; prints a table and writes results/DATE-compare-SITES.json.
//
//   node bench/compare/run.mjs [--sites 1M] [--only CLASS] [--queries N] [--rounds N] [--keep-images]
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { factsOf } from '../machine.mjs';
import { buildFolder, imageFolder, keep, linesOf } from '../runs.mjs';
import { sizeName, sizesOf } from '../table.mjs';
import { startPostgres } from './postgres_server.mjs';
import { multiplesTable, timesTable } from './table.mjs';

const { values: options } = parseArgs({
  options: {
    sites: { type: 'string', default: '1M' },
    only: { type: 'string' },
    queries: { type: 'string' },
    rounds: { type: 'string' },
    'keep-images': { type: 'boolean', default: false },
  },
});

async function compare(sites) {
  const postgres = await startPostgres();
  const stopAndEnd = () => postgres.stop().then(() => process.exit(130));
  process.once('SIGINT', stopAndEnd).once('SIGTERM', stopAndEnd);
  try {
    const given = ['--sites', String(sites), '--image', path.join(imageFolder, `${sizeName(sites)}.image`)];
    given.push('--postgres', postgres.connection);
    for (const name of ['only', 'queries', 'rounds']) if (options[name]) given.push(`--${name}`, options[name]);
    if (options['keep-images']) given.push('--keep-image');
    return await linesOf(path.join(buildFolder, 'compare_bench'), given);
  } finally {
    process.off('SIGINT', stopAndEnd).off('SIGTERM', stopAndEnd);
    await postgres.stop();
  }
}

mkdirSync(imageFolder, { recursive: true });
for (const sites of sizesOf(options.sites)) {
  console.error(`comparing at ${sizeName(sites)} sites`);
  const machine = factsOf(buildFolder);
  const { lines, code } = await compare(sites);
  if (lines.length > 0) console.log(`\n${timesTable(lines)}\n\n${multiplesTable(lines)}\n`);
  for (const { class: name, engine, first_difference } of lines.filter((line) => line.answers_different > 0))
    console.log(`${name}: ${engine} answers otherwise: ${first_difference}`);
  if (code === 0 && !options.only) keep(lines, machine, `compare-${sizeName(sites)}`);
  process.exitCode = Math.max(process.exitCode ?? 0, code);
}
