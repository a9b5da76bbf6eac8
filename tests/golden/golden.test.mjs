// Runs every transcript in a fresh folder with the files of files/ in it. NEARME_ACCEPT=1 takes what was printed as right.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { introductionOf, outcomeOf, parseTranscript, writeTranscript } from './transcripts.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const program = path.resolve(here, '../../build');

function run(command, folder) {
  const env = { ...process.env, PATH: `${program}:${process.env.PATH}`, TERM: 'dumb', LC_ALL: 'C.UTF-8' };
  delete env.NEARME_DATA;
  const { stdout, status, error } = spawnSync('bash', ['-c', `{ ${command}\n} 2>&1`], { cwd: folder, env, encoding: 'utf8', timeout: 60_000 });
  if (error) throw error;
  return { output: stdout, status };
}

for (const name of readdirSync(path.join(here, 'transcripts')).sort()) {
  test(`the transcript ${name} is what happens`, () => {
    const file = path.join(here, 'transcripts', name);
    const text = readFileSync(file, 'utf8');
    const folder = mkdtempSync(path.join(tmpdir(), 'nearme-golden-'));
    try {
      cpSync(path.join(here, 'files'), folder, { recursive: true });
      const commands = parseTranscript(text).map((each) => ({ ...each, outcome: outcomeOf(run(each.command, folder), folder) }));
      if (process.env.NEARME_ACCEPT) writeFileSync(file, writeTranscript(introductionOf(text), commands));
      else for (const { command, expected, outcome } of commands) assert.equal(outcome, expected, `after $ ${command}`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}

test('a transcript is read back as it was written', () => {
  const commands = [{ command: 'true', outcome: '' }, { command: 'ls x', outcome: 'no x\nexit 2' }];
  const text = writeTranscript('# Two commands.', commands);
  assert.equal(introductionOf(text), '# Two commands.');
  assert.deepEqual(parseTranscript(text), commands.map(({ command, outcome }) => ({ command, expected: outcome })));
});
