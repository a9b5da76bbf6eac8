#!/usr/bin/env node
// Writes the sample directory: sites.csv, practitioners.csv and claims.csv, all fictional, the same bytes for the same
// options. docs/sample-directory.md says what is in it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { claimsOf } from './claims.mjs';
import { toCsv } from './csv.mjs';
import { practitionerRow, practitionersOf } from './people.mjs';
import { Rng } from './rng.mjs';
import { siteRow, sitesOf } from './sites.mjs';

const usage = 'usage: generate.mjs --out FOLDER [--seed 1] [--sites 3000] [--date 2026-11-01]';

export const columns = {
  sites: [
    'id', 'name', 'kind', 'street', 'city', 'region', 'postcode', 'country', 'lat', 'lon', 'phone', 'email', 'website',
    'booking_url', 'opening_hours', 'treatments', 'prices', 'languages', 'wheelchair', 'description', 'rating',
    'rating_count', 'updated_at', 'fictional',
  ],
  practitioners: [
    'id', 'site_ids', 'name', 'profession', 'treatments', 'register', 'registration_number', 'fictional',
  ],
  claims: ['subject_id', 'treatment', 'claim', 'value', 'source', 'checked_at', 'expires_at', 'url'],
};

/** The three tables as CSV text, by file name. */
export function sampleDirectory({ seed = '1', sites: total = 3000, date = '2026-11-01' } = {}) {
  const options = { rng: new Rng(`nearme sample ${seed}`), date };
  const sites = sitesOf(total, options);
  const practitioners = practitionersOf(sites, options.rng);
  return {
    'sites.csv': toCsv(columns.sites, sites.map(siteRow)),
    'practitioners.csv': toCsv(columns.practitioners, practitioners.map(practitionerRow)),
    'claims.csv': toCsv(columns.claims, claimsOf(sites, practitioners, options)),
  };
}

function readOptions() {
  const text = { type: 'string' };
  const { values } = parseArgs({ options: { out: text, seed: text, sites: text, date: text } });
  if (!values.out) throw new Error('--out is missing');
  if (values.sites && !/^\d{1,7}$/.test(values.sites)) throw new Error(`--sites is no number: ${values.sites}`);
  if (values.date && !/^\d{4}-\d\d-\d\d$/.test(values.date)) throw new Error(`--date is no day: ${values.date}`);
  return { ...values, sites: Number(values.sites ?? 3000) };
}

function main() {
  const options = readOptions();
  mkdirSync(options.out, { recursive: true });
  for (const [name, text] of Object.entries(sampleDirectory(options))) {
    writeFileSync(join(options.out, name), text);
    console.log(`${join(options.out, name)}: ${text.split('\n').length - 2} rows`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    main();
  } catch (error) {
    console.error(`${error.message}\n${usage}`);
    process.exit(2);
  }
}
