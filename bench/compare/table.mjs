// The table of a comparison as text. Pure functions.
import { short, toTable } from '../table.mjs';

// "x 12" when the other takes twelve times as long; in brackets when that falls short of the goal.
export function ratio(theirs, ours, goal) {
  const times = theirs / ours;
  const text = `x ${short(times)}`;
  return times < goal ? `(${text})` : text;
}

// How many times faster nearme means to be.
export const goalOf = (name) => (name === 'map-nearest' ? 3 : 10);

const answersOf = (lines) => lines.map((line) => line.answers_compared - line.answers_different).join(', ');

const comparedIn = (lines) => lines.filter((line) => line.what === 'compare');
const classesOf = (compared) => [...new Set(compared.map((line) => line.class))];
const rivalsOf = (compared) => [...new Set(compared.map((line) => line.engine))].filter((engine) => engine !== 'nearme');
const lineOf = (compared, name, engine) => compared.find((line) => line.class === name && line.engine === engine);

// A row a class: median and 99th percentile of each engine.
export function timesTable(lines) {
  const compared = comparedIn(lines);
  const engines = ['nearme', ...rivalsOf(compared)];
  const rows = classesOf(compared).map((name) => {
    const each = engines.map((engine) => lineOf(compared, name, engine));
    return [name, ...each.flatMap((line) => [short(line.p50_us), short(line.p99_us)]), answersOf(each.slice(1))];
  });
  return toTable(['class', ...engines.flatMap((engine) => [`${engine} p50 µs`, 'p99 µs']), 'same answers'], rows);
}

// A row a class: the times of the others as multiples of nearme's.
export function multiplesTable(lines) {
  const compared = comparedIn(lines);
  const rivals = rivalsOf(compared);
  const rows = classesOf(compared).map((name) => {
    const ours = lineOf(compared, name, 'nearme');
    const goal = goalOf(name);
    const cells = rivals.flatMap((engine) => {
      const theirs = lineOf(compared, name, engine);
      return [ratio(theirs.p50_us, ours.p50_us, goal), ratio(theirs.p99_us, ours.p99_us, goal)];
    });
    return [name, ...cells];
  });
  return toTable(['class', ...rivals.flatMap((engine) => [`${engine} p50`, 'p99'])], rows);
}
