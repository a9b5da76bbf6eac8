// Kills imports at random moments: the store must be as it was before the import, or as after it, never between.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const program = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../build/nearme');
const kills = Number(process.env.NEARME_KILLS ?? 50);
const seed = Number(process.env.NEARME_SEED ?? 20261122);

// A small generator of random numbers (mulberry32), so that a failure can be had again.
function randomFrom(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

// Rows 0 to 1999 in one version, 500 to 2499 in the other, every third with another name: added, changed, retired.
function table(from, version) {
  const rows = Array.from({ length: 2000 }, (_, i) => {
    const id = from + i;
    return `s${id},Clinic ${id}${id % 3 === 0 ? version : ''},${50 + (id % 500) / 100},-1.5,dentist`;
  });
  return `id,name,lat,lon,kind\n${rows.join('\n')}\n`;
}

const importing = (data, file) => [program, 'import', file, '--source', 'clinics', '--data', data];

function exported(data) {
  const { stdout, stderr, status } = spawnSync(program, ['export', '--format', 'csv', '--data', data], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return stdout;
}

function importWhole(data, file) {
  const started = performance.now();
  const [command, ...rest] = importing(data, file);
  const { status, stderr } = spawnSync(command, rest, { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return performance.now() - started;
}

function importAndKill(data, file, milliseconds) {
  const [command, ...rest] = importing(data, file);
  return new Promise((resolve) => {
    const child = spawn(command, rest, { stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      resolve(signal === 'SIGKILL');
    });
  });
}

test(`${kills} kills at random moments leave the store as before or as after (seed ${seed})`, { timeout: 900_000 }, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'nearme-kill-'));
  try {
    const [first, second] = ['a', 'b'].map((name, i) => {
      const file = path.join(folder, `${name}.csv`);
      writeFileSync(file, table(i * 500, name));
      return file;
    });
    const base = path.join(folder, 'base');
    importWhole(base, first);
    const before = exported(base);
    const whole = path.join(folder, 'whole');
    cpSync(base, whole, { recursive: true });
    const duration = importWhole(whole, second);
    const after = exported(whole);
    assert.notEqual(before, after);

    const random = randomFrom(seed);
    const seen = { killed: 0, before: 0, after: 0 };
    for (let i = 0; i < kills; ++i) {
      const data = path.join(folder, 'data');
      cpSync(base, data, { recursive: true });
      if (await importAndKill(data, second, random() * duration * 1.1)) ++seen.killed;
      const now = exported(data);
      assert.ok(now === before || now === after, `kill ${i}: the store is neither as before nor as after`);
      ++seen[now === before ? 'before' : 'after'];
      rmSync(data, { recursive: true });
    }
    console.log(`${seen.killed} killed; ${seen.before} as before, ${seen.after} as after; an import takes ${Math.round(duration)} ms`);
    assert.ok(seen.killed > 0 && seen.before > 0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
