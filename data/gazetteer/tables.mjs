// The tables beside the scripts: tab-separated, one row a line, '#' begins a remark.
import { readFileSync } from 'node:fs';

/** The rows of a table as arrays of fields. */
export function readTable(name) {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8');
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => line.split('\t'));
}

/** Several values in one field. */
export const list = (field) => (field ? field.split('|') : []);
