// The table of HTTP measurements as text. Pure functions.
import { short, toTable } from '../table.mjs';

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

// What wrk said of one run, and the processor time that the server used in it, as a line of results.
export function lineOf(server, round, said, cpu_us) {
  return {
    what: 'http',
    server,
    round,
    requests_a_second: Math.round((said.requests * 1e6) / said.microseconds),
    p50_us: said.p50_us,
    p99_us: said.p99_us,
    cpu_us_a_request: Math.round((cpu_us / said.requests) * 10) / 10,
    bytes_an_answer: Math.round(said.bytes / said.requests),
    errors: said.errors,
  };
}

// The median over the rounds of what one server did against the other in the same round.
export function ratioOf(lines, field) {
  const of = (server) => lines.filter((line) => line.server === server);
  return median(of('nearme').map((line, index) => line[field] / of('nginx')[index][field]));
}

export function httpTable(lines) {
  const fields = ['requests_a_second', 'p50_us', 'p99_us', 'cpu_us_a_request', 'bytes_an_answer', 'errors'];
  const head = ['server', 'requests/s', 'p50 µs', 'p99 µs', 'CPU µs a request', 'bytes', 'errors'];
  const rows = ['nearme', 'nginx'].map((server) => {
    const mine = lines.filter((line) => line.server === server);
    return [server, ...fields.map((field) => short(median(mine.map((line) => line[field]))))];
  });
  const ratios = fields.slice(0, 4).map((field) => `x ${short(ratioOf(lines, field))}`);
  return toTable(head, [...rows, ['nearme / nginx', ...ratios, '', '']]);
}
