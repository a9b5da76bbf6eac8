// A PostgreSQL server of our own: in a temporary folder, on a Unix socket in it, gone when it ends.
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const programs = '/usr/lib/postgresql/15/bin';

// As the manual advises for a machine that has room for all of the data; what is written need not survive.
export function settingsFor(totalBytes) {
  const gib = Math.max(1, Math.floor(totalBytes / 2 ** 30));
  return {
    shared_buffers: `${Math.max(256, Math.min(4096, gib * 256))}MB`,
    effective_cache_size: `${gib * 512}MB`,
    work_mem: '64MB',
    maintenance_work_mem: '512MB',
    random_page_cost: '1.1',
    jit: 'off',
    max_parallel_workers_per_gather: '0',
    autovacuum: 'off',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_wal_size: '4GB',
    track_activities: 'off',
  };
}

// PostgreSQL refuses to run as root: then it runs as the user that its package made.
function owner() {
  if (process.getuid() !== 0) return {};
  const idOf = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

async function untilReady(server, folder, log) {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended at once:\n${log.join('')}`);
    if (existsSync(path.join(folder, '.s.PGSQL.5432'))) {
      try {
        execFileSync(path.join(programs, 'pg_isready'), ['-q', '-h', folder]);
        return;
      } catch {
        // Not yet.
      }
    }
    await pause(100);
  }
  throw new Error(`PostgreSQL was not ready within 30 seconds:\n${log.join('')}`);
}

// Gives libpq's connection string and a function that ends the server and removes its folder.
export async function startPostgres() {
  if (!existsSync(programs)) throw new Error(`there is no PostgreSQL 15 in ${programs}`);
  const as = owner();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'nearme-postgres-'));
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid);
  const data = path.join(folder, 'data');
  const environment = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' };
  const run = { cwd: folder, env: environment, ...as };
  execFileSync(path.join(programs, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-N'], { ...run, stdio: 'pipe' });
  const settings = { listen_addresses: '', unix_socket_directories: folder, ...settingsFor(os.totalmem()) };
  const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(path.join(programs, 'postgres'), ['-D', data, ...given], { ...run, stdio: ['ignore', 'ignore', 'pipe'] });
  const log = [];
  server.stderr.on('data', (bytes) => log.push(String(bytes)));
  const ended = new Promise((resolve) => server.on('close', resolve));
  const stop = async () => {
    server.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(server, folder, log);
  } catch (error) {
    await stop();
    throw error;
  }
  return { connection: `host=${folder} user=postgres dbname=postgres`, stop };
}
