// The table of a comparison as text. Pure functions.
import { short, toTable } from '../table.mjs';

// "x 12" when the other takes twelve times as long; in brackets when that falls short of the goal.
export function ratio(theirs, ours, goal) {
  const times = theirs / ours;
  const text = `x ${short(times)}`;
  return times < goal ? `(${text})` : text;
}

// How many times faster nearme means to be.
export const goalOf = (name) => (name === 'map' ? 3 : 10);

const answersOf = (lines) => lines.map((line) => line.answers_compared - line.answers_different).join(', ');

// A row a class: median and 99th percentile of each engine, and of the others as multiples of nearme's.
export function compareTable(lines) {
  const compared = lines.filter((line) => line.what === 'compare');
  const engines = [...new Set(compared.map((line) => line.engine))].filter((engine) => engine !== 'nearme');
  const head = ['class', 'nearme p50 µs', 'p99 µs', ...engines.flatMap((engine) => [`${engine} p50`, 'p99', 'x p50', 'x p99']), 'same answers'];
  const rows = [...new Set(compared.map((line) => line.class))].map((name) => {
    const of = (engine) => compared.find((line) => line.class === name && line.engine === engine);
    const ours = of('nearme');
    const others = engines.map(of);
    const goal = goalOf(name);
    const cells = others.flatMap((line) => [
      short(line.p50_us),
      short(line.p99_us),
      ratio(line.p50_us, ours.p50_us, goal),
      ratio(line.p99_us, ours.p99_us, goal),
    ]);
    return [name, short(ours.p50_us), short(ours.p99_us), ...cells, answersOf(others)];
  });
  return toTable(head, rows);
}
