// nearme and nginx as processes of our own, each with a way to see what processor time it has used.
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const ticksASecond = 100;

// Microseconds of processor time that a process and its children have used so far.
function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1e6) / ticksASecond;
}

// Mebibytes of memory: of a process alone now, without the files that it has mapped, and the most that it ever had with
// them.
function memoryOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const read = (name) => Math.round(Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)[1]) / 1024);
  return { own_mib: read('RssAnon'), peak_with_files_mib: read('VmHWM') };
}

function childrenOf(pid) {
  return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
  );
}

async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function untilAnswers(url, child) {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`the server of ${url} ended with ${child.exitCode}`);
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      // Not yet.
    }
    await pause(100);
  }
  throw new Error(`${url} did not answer within 30 seconds`);
}

function serverOf(name, origin, child) {
  const ended = new Promise((resolve) => child.on('close', resolve));
  return {
    name,
    origin,
    cpu: () => [child.pid, ...childrenOf(child.pid)].reduce((sum, pid) => sum + cpuOf(pid), 0),
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

// Its log goes to a file, as an operator's would.
export async function startNearme(program, data, log) {
  const port = await freePort();
  const child = spawn(program, ['serve', '--data', data, '--port', String(port)], { stdio: ['ignore', log, log] });
  const origin = `http://127.0.0.1:${port}`;
  const begin = performance.now();
  await untilAnswers(`${origin}/readyz`, child);
  const ready_ms = Math.round(performance.now() - begin);
  return { ...serverOf('nearme', origin, child), ready_ms, memory: () => memoryOf(child.pid) };
}

function configuration(folder, port) {
  return `
daemon off;
worker_processes 2;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log warn;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  tcp_nodelay on;
  keepalive_timeout 65;
  keepalive_requests 1000000000;
  open_file_cache max=100 inactive=60s;
  types { application/json json; }
  server {
    listen 127.0.0.1:${port} backlog=1024;
    root ${folder}/files;
  }
}
`;
}

// Serves one file of so many bytes at /answer.json.
export async function startNginx(folder, body) {
  const port = await freePort();
  mkdirSync(path.join(folder, 'files'), { recursive: true });
  for (const each of [folder, path.join(folder, 'files')]) chmodSync(each, 0o755);
  writeFileSync(path.join(folder, 'files', 'answer.json'), body);
  writeFileSync(path.join(folder, 'nginx.conf'), configuration(folder, port));
  const child = spawn('/usr/sbin/nginx', ['-p', folder, '-c', path.join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const origin = `http://127.0.0.1:${port}`;
  await untilAnswers(`${origin}/answer.json`, child);
  return serverOf('nginx', origin, child);
}
