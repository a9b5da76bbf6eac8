// Seeded randomness, the same on every machine: a 32-bit counter mixed by multiplication and shifts.
//
// A generator is made from a text. `fork` makes a new one from the text plus a label, and takes nothing from its
// parent: what one site draws never depends on how much another one drew, nor on the order of the work.

function hash(text) {
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) state = Math.imul(state ^ byte, 0x01000193);
  return state >>> 0;
}

function mix(number) {
  let bits = number;
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
  return (bits ^ (bits >>> 15)) >>> 0;
}

export class Rng {
  #text;
  #counter;

  constructor(text) {
    this.#text = String(text);
    this.#counter = hash(this.#text);
  }

  /** A generator of its own for one subject, such as "hours of site 12". */
  fork(label) {
    return new Rng(`${this.#text}/${label}`);
  }

  /** From 0 up to, but not including, 1. */
  next() {
    this.#counter = (this.#counter + 0x9e3779b9) >>> 0;
    return mix(this.#counter) / 0x100000000;
  }

  /** A whole number from 0 up to, but not including, `count`. */
  below(count) {
    return Math.floor(this.next() * count);
  }

  /** A number from `low` to `high`. */
  between(low, high) {
    return low + (high - low) * this.next();
  }

  chance(probability) {
    return this.next() < probability;
  }

  pick(list) {
    return list[this.below(list.length)];
  }

  /** One key of {key: weight}, by weight. */
  weighted(weights) {
    const entries = Object.entries(weights);
    let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [key, weight] of entries) {
      left -= weight;
      if (left < 0) return key;
    }
    return entries[entries.length - 1][0];
  }

  /** `count` different members of the list, in the list's order. */
  sample(list, count) {
    const marked = list.map((item, at) => ({ item, at, draw: this.next() }));
    marked.sort((a, b) => a.draw - b.draw);
    return marked.slice(0, count).sort((a, b) => a.at - b.at).map(({ item }) => item);
  }

  /** A normal deviate of mean 0 and deviation 1: near enough, and of no transcendental function. */
  normal() {
    let sum = -6;
    for (let i = 0; i < 12; ++i) sum += this.next();
    return sum;
  }

  /** `count` digits. */
  digits(count) {
    return Array.from({ length: count }, () => this.below(10)).join('');
  }
}
