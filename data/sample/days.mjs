// Days as YYYY-MM-DD, counted in UTC.
const day = 24 * 60 * 60 * 1000;

export function daysAfter(date, count) {
  return new Date(Date.parse(`${date}T00:00:00Z`) + count * day).toISOString().slice(0, 10);
}

export function daysBefore(date, count) {
  return daysAfter(date, -count);
}

/** A moment of that day, in working hours. */
export function isoMoment(date, rng) {
  const two = (number) => String(number).padStart(2, '0');
  return `${date}T${two(8 + rng.below(10))}:${two(rng.below(60))}:00Z`;
}
