// Asks nearme over HTTP, and nginx for a file of the same size; writes results/DATE-http-SITES.json.
//
//   node bench/http/run.mjs [--sites 1M] [--rounds 5] [--seconds 5] [--limit 16] [--questions 600] [--keep-images]
//     [--program FILE]
//
// A server remembers 16 MB of answers for a minute: with 40,000 questions nearly every one is answered anew.
import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { factsOf } from '../machine.mjs';
import { buildFolder, imageFolder, keep, linesOf, root } from '../runs.mjs';
import { sizeName, sizesOf } from '../table.mjs';
import { pathsOf } from './paths.mjs';
import { startNearme, startNginx } from './servers.mjs';
import { httpTable, lineOf, ratioOf } from './table.mjs';

const { values: options } = parseArgs({
  options: {
    sites: { type: 'string', default: '1M' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '5' },
    limit: { type: 'string', default: '16' },
    questions: { type: 'string', default: '600' },
    program: { type: 'string', default: path.join(buildFolder, 'nearme') },
    'keep-images': { type: 'boolean', default: false },
  },
});

const connections = 64;

// Makes the image of a world and gives places to ask from.
async function makeWorld(sites, image) {
  const given = ['--sites', String(sites), '--image', image, '--places', '--queries', options.questions];
  if (options['keep-images']) given.push('--keep-image');
  const { lines, code } = await linesOf(path.join(buildFolder, 'engine_bench'), given);
  if (code !== 0) throw new Error(`engine_bench ended with ${code}`);
  return lines.filter((line) => line.what === 'place');
}

// Asks every path once: an error would be measured as a fast answer. Gives the mean size.
async function meanBytes(origin, paths) {
  let bytes = 0;
  for (const asked of paths) {
    const answer = await fetch(origin + asked, { headers: { 'accept-encoding': 'identity' } });
    const body = await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${asked}: ${answer.status} ${Buffer.from(body)}`);
    bytes += body.byteLength;
  }
  return Math.round(bytes / paths.length);
}

function wrk(server, list, seconds) {
  const before = server.cpu();
  const script = path.join(root, 'bench', 'http', 'ask.lua');
  const given = ['-t', '1', '-c', String(connections), '-d', `${seconds}s`, '-s', script, server.origin, '--', list];
  const printed = execFileSync('wrk', given, { encoding: 'utf8' });
  const said = JSON.parse(printed.split('\n').find((line) => line.startsWith('{')));
  return { said, cpu: server.cpu() - before };
}

function measure(servers) {
  const lines = [];
  for (const [server, list] of servers) wrk(server, list, 1);
  for (let round = 0; round < Number(options.rounds); round += 1) {
    for (const [server, list] of servers) {
      const { said, cpu } = wrk(server, list, options.seconds);
      lines.push(lineOf(server.name, round, said, cpu));
    }
  }
  return lines;
}

// A folder of data with a store of one site, which is never asked, and the image of the world.
function makeData(image, data) {
  const table = 'id,name,kind,lat,lon\nonly,Only Clinic,dermatology,53.8,-1.55\n';
  execFileSync(options.program, ['import', '-', '--format', 'csv', '--source', 'bench', '--data', data], { input: table });
  rmSync(path.join(data, 'index.image'));
  linkSync(image, path.join(data, 'index.image'));
}

function listIn(folder, name, paths) {
  const file = path.join(folder, name);
  writeFileSync(file, paths.map((each) => `${each}\n`).join(''));
  return file;
}

mkdirSync(imageFolder, { recursive: true });
const [sites] = sizesOf(options.sites);
const machine = factsOf(buildFolder);
const image = path.join(imageFolder, `${sizeName(sites)}.image`);
const folder = mkdtempSync(path.join(os.tmpdir(), 'nearme-http-'));
const data = mkdtempSync(path.join(imageFolder, 'served-'));
const servers = [];
try {
  const paths = pathsOf(await makeWorld(sites, image), Number(options.limit));
  makeData(image, data);
  const nearme = await startNearme(options.program, data, openSync(path.join(folder, 'nearme.log'), 'w'));
  servers.push(nearme);
  const bytes = await meanBytes(nearme.origin, paths);
  const nginx = await startNginx(folder, JSON.stringify({ filling: 'x'.repeat(Math.max(0, bytes - 14)) }));
  servers.push(nginx);
  const lines = measure([
    [nearme, listIn(folder, 'paths', paths)],
    [nginx, listIn(folder, 'file', ['/answer.json'])],
  ]);
  const served = lines.filter((line) => line.server === 'nearme');
  if (served.some((line) => line.bytes_an_answer < bytes)) throw new Error('nearme did not answer from the image of the world');
  const server = { what: 'server', sites, ready_ms: nearme.ready_ms, ...nearme.memory() };
  console.log(`\n${sizeName(sites)} sites, ${options.questions} questions, ${connections} connections, bodies of ${bytes} bytes\n\n${httpTable(lines)}\n`);
  console.log(`nearme was ready after ${server.ready_ms} ms and has ${server.own_mib} MiB of its own beside the mapped image\n`);
  const ratios = { requests_a_second: ratioOf(lines, 'requests_a_second'), p99: ratioOf(lines, 'p99_us') };
  const ratio = { what: 'http-ratio', sites, questions: paths.length, body_bytes: bytes, ...ratios };
  const asked = options.questions === '600' ? '' : `-${options.questions}-questions`;
  keep([...lines, server, ratio], machine, `http-${sizeName(sites)}${asked}`);
} finally {
  await Promise.all(servers.map((server) => server.stop()));
  rmSync(folder, { recursive: true, force: true });
  rmSync(data, { recursive: true, force: true });
}
