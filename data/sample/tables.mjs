// Reads the data tables beside this file.
import { readFileSync } from 'node:fs';

const folder = new URL('./tables/', import.meta.url);

/** A table of JSON. */
export function jsonTable(name) {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
}

/** A table of tab-separated values with a header line, as objects by header. */
export function tsvTable(name) {
  const [header, ...lines] = readFileSync(new URL(`${name}.tsv`, folder), 'utf8').trim().split('\n');
  const columns = header.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(columns.map((column, i) => [column, cells[i]]));
  });
}
