// Tables of measurements as text. Pure functions.

// Aligned columns: the first to the left, the others to the right, as Markdown.
export function toTable(head, rows) {
  const all = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(3, ...all.map((row) => row[column].length)));
  const pad = (text, column) => (column === 0 ? text.padEnd(widths[column]) : text.padStart(widths[column]));
  const lines = all.map((row) => `| ${row.map(pad).join(' | ')} |`);
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [lines[0], `| ${rule.join(' | ')} |`, ...lines.slice(1)].join('\n');
}

// Three digits that count, no more.
export function short(number) {
  if (number === undefined) return '';
  if (number >= 100) return Math.round(number).toLocaleString('en-GB');
  return String(Number(number.toPrecision(3)));
}

// 1000000 is "1M".
export function sizeName(sites) {
  if (sites % 1_000_000 === 0) return `${sites / 1_000_000}M`;
  return sites % 1000 === 0 ? `${sites / 1000}k` : String(sites);
}

// "100k,1M,2500" as numbers. Throws at what is no number of sites.
export function sizesOf(text) {
  const times = { k: 1000, M: 1_000_000 };
  return text.split(',').map((size) => {
    const found = /^([1-9]\d*)([kM]?)$/.exec(size);
    if (!found) throw new Error(`--sites ${text}: '${size}' is not a number of sites, such as 100k, 1M or 2500`);
    return Number(found[1]) * (times[found[2]] ?? 1);
  });
}

// How much longer the largest size takes than the smallest: 1.2 for ten times the sites is next to nothing.
export function growth(values) {
  const known = values.filter((value) => value !== undefined);
  return known.length < 2 || known[0] === 0 ? '' : `x ${short(known.at(-1) / known[0])}`;
}

// The same for each result: where there is more to find, finding it takes longer.
export function growthForEach(times, results) {
  return growth(times.map((time, size) => (results[size] ? time / results[size] : undefined)));
}

const sizesMeasured = (lines) => [...new Set(lines.map((line) => line.sites))].sort((a, b) => a - b);

// A row a class of queries; for each size the median, the 99th percentile and the mean number of results; how the median
// grows, and how for each result.
export function queryTable(lines) {
  const queries = lines.filter((line) => line.what === 'query');
  const sizes = sizesMeasured(queries);
  const head = ['class', ...sizes.flatMap((size) => [`${sizeName(size)} p50 µs`, 'p99 µs', 'results']), 'growth', 'a result'];
  const rows = [...new Set(queries.map((line) => line.class))].map((name) => {
    const at = sizes.map((size) => queries.find((line) => line.class === name && line.sites === size));
    const cells = at.flatMap((line) => [line?.p50_us, line?.p99_us, line?.mean_results].map(short));
    const times = at.map((line) => line?.p50_us);
    return [name, ...cells, growth(times), growthForEach(times, at.map((line) => line?.mean_results))];
  });
  return toTable(head, rows);
}

// A row a size.
export function imageTable(lines) {
  const images = lines.filter((line) => line.what === 'image');
  const head = ['sites', 'build s', 'peak MB', 'bytes a site', 'without JSON', 'open ms'];
  const rows = images.map((line) => [
    sizeName(line.sites),
    ...[line.build_s, line.peak_mb, line.bytes_a_site, line.bytes_a_site_without_json, line.open_ms].map(short),
  ]);
  return toTable(head, rows);
}
