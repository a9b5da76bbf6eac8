// Runs a program that measures, and keeps what it says.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';

export const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');
export const buildFolder = path.join(root, 'build-bench');
export const imageFolder = path.join(buildFolder, 'worlds');

// The JSON lines that a program prints, as objects, and its exit code.
export async function linesOf(program, given) {
  const child = spawn(program, given, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve, reject) =>
    child.on('error', reject).on('close', (code, signal) => {
      if (signal) console.error(`${path.basename(program)} was ended by ${signal}${signal === 'SIGKILL' ? ': too little memory?' : ''}`);
      resolve(code ?? 2);
    }),
  );
  const lines = [];
  for await (const line of readline.createInterface({ input: child.stdout })) lines.push(JSON.parse(line));
  return { lines, code: await ended };
}

// Writes results/DATE-NAME.json.
export function keep(lines, machine, name) {
  const folder = path.join(root, 'bench', 'results');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${machine.measured_at.slice(0, 10)}-${name}.json`);
  writeFileSync(file, `${JSON.stringify({ machine, lines }, null, 1)}\n`);
  console.log(`written to ${path.relative(root, file)}`);
}
