// What a reader must know of the machine before the numbers mean anything.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';

// The compiler that a build folder was configured with, as it names itself.
export function compilerOf(buildFolder) {
  const cache = readFileSync(`${buildFolder}/CMakeCache.txt`, 'utf8');
  const path = /^CMAKE_CXX_COMPILER:\w+=(.+)$/m.exec(cache)?.[1] ?? 'c++';
  return execFileSync(path, ['--version'], { encoding: 'utf8' }).split('\n')[0];
}

export function factsOf(buildFolder) {
  const cores = os.cpus();
  return {
    measured_at: new Date().toISOString(),
    cpu: cores[0]?.model.trim() ?? 'unknown',
    cores: cores.length,
    memory_gib: Math.round(os.totalmem() / 2 ** 30),
    load_average_at_start: os.loadavg().map((load) => Math.round(load * 100) / 100),
    system: `${os.type()} ${os.release()}`,
    compiler: compilerOf(buildFolder),
  };
}
