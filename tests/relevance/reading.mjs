// The form in which relevance files write what nearme should understand, and how an answer is brought into it.

/// One line of a relevance file: query, position ("lat,lon" or empty), reading, first results (ids, or names in quotes; may be empty).
export function parseRelevance(text, file) {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const cells = line.split('\t');
    if (cells.length < 3 || cells.length > 4) throw new Error(`${file}:${index + 1}: ${cells.length} columns instead of 3 or 4`);
    const [query, position, reading, order = ''] = cells;
    return [{ where: `${file}:${index + 1}`, query, position, reading, order }];
  });
}

/// What was understood, in one line: concepts, @slug of the place or ~ for a position, open, confirmed, "words".
export function readingOf(understood) {
  const parts = [...understood.treatments, ...understood.concerns, ...understood.kinds.map((kind) => `kind:${kind}`)];
  if (understood.place) parts.push(understood.place.slug ? `@${understood.place.slug}` : `~${understood.place.name}`);
  if (understood.open === 'now') parts.push('open');
  if (understood.evidence) parts.push(understood.evidence);
  if (understood.text) parts.push(`"${understood.text}"`);
  return parts.join(' ');
}

/// Why an answer is not as expected; null when it is. `order` may be "offers" (every result offers what was asked for), "none", or
/// the beginning of the first result's name.
export function complaint({ reading, order }, answer) {
  const actual = readingOf(answer.understood);
  if (actual !== reading) return `read as ${actual || 'nothing'} instead of ${reading || 'nothing'}`;
  if (order === '') return null;
  if (order === 'none') return answer.results.length === 0 ? null : `${answer.results.length} results instead of none`;
  if (answer.results.length === 0) return `no results instead of ${order}`;
  if (order === 'offers') {
    const other = answer.results.find((result) => result.match !== 'offers');
    return other ? `${other.name} only matches by ${other.match}` : null;
  }
  return answer.results[0].name.startsWith(order) ? null : `${answer.results[0].name} stands first instead of ${order}`;
}
