// The form in which relevance files write what nearme should understand, and how an answer is brought into it.
//
// A reading is a list of words in any order:
//   micro-needling acne-scars kind:pharmacy family:laser   what is asked for, by its id; -botulinum-toxin: what is not
//   @Leeds,GB  @leeds-england-gb  @LS1  ~51.5000,-0.1200   the place: name and country, slug, postcode as written, or position
//   me  needs:position                                     "near me"; and nobody knows where that is
//   within:8.05  open:saturday  price<=150GBP  price>=50   distance in km, opening, price
//   lang:pl  confirmed  insured  wheelchair  sort:price    language, evidence, access, order
//   refused:travel-time  "dr patel"                        what is refused; words of names, last

/// One line of a relevance file: query, position ("lat,lon" or empty), reading, results (see `complaint`; may be empty).
export function parseRelevance(text, file) {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const cells = line.split('\t');
    if (cells.length < 3 || cells.length > 4) throw new Error(`${file}:${index + 1}: ${cells.length} columns instead of 3 or 4`);
    const [query, position, reading, order = ''] = cells;
    return [{ where: `${file}:${index + 1}`, query, position, reading, order }];
  });
}

const folded = (text) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/// All ways of writing the place that was understood.
function placesOf({ place }) {
  if (!place) return [];
  if (place.slug) return [`@${place.name},${place.country}`, `@${place.slug}`];
  const isPosition = /^-?\d+\.\d{4}, -?\d+\.\d{4}$/.test(place.name);
  return isPosition ? [`~${place.name.replace(' ', '')}`] : [`@${place.name}`];
}

/// The entries of the catalogue; a family stands for its treatments.
function entriesOf(understood) {
  const families = understood.families ?? [];
  const value = (meaning) => understood.pieces.filter((piece) => piece.meaning === meaning).map((piece) => piece.value);
  const treatments = families.length === 0 ? understood.treatments : [...new Set(value('treatment'))];
  return [...treatments, ...families.map((id) => `family:${id}`), ...understood.concerns, ...understood.kinds.map((kind) => `kind:${kind}`)];
}

/// What is not wanted, as it was said: a family by its id.
function unwantedOf(understood) {
  return understood.pieces
    .filter((piece) => piece.meaning === 'without')
    .map((piece) => (understood.without.includes(piece.value) ? `-${piece.value}` : `-family:${piece.value}`));
}

function conditionsOf(understood) {
  const { price } = understood;
  const said = (meaning) => understood.pieces.filter((piece) => piece.meaning === meaning);
  return [
    understood.near_me && 'me',
    understood.needs_position && 'needs:position',
    said('radius').length > 0 && understood.radius_km && `within:${Number(understood.radius_km.toFixed(2))}`,
    understood.open && `open:${understood.open.replaceAll(' ', '_')}`,
    understood.evidence,
    understood.insured && 'insured',
    ...understood.languages.map((language) => `lang:${language}`),
    understood.wheelchair && 'wheelchair',
    price?.min !== undefined && `price>=${price.min}${price.currency ?? ''}`,
    price?.max !== undefined && `price<=${price.max}${price.currency ?? ''}`,
    understood.sort !== 'best' && `sort:${understood.sort}`,
    ...said('refused').map((piece) => `refused:${piece.value}`),
  ].filter(Boolean);
}

/// What was understood, as the set of its words, without the place and the words of names.
export function readingOf(understood) {
  return [...entriesOf(understood), ...unwantedOf(understood), ...conditionsOf(understood)];
}

/// The words of a reading as it is written: the place and the words of names apart from the rest.
function parseReading(reading) {
  const text = /"(.*)"/.exec(reading)?.[1] ?? '';
  const rest = reading.replace(/"(.*)"/, ' ').trim();
  const place = /(^| )([@~].*?)(?= (?:me$|me |needs:|within:|open:|price|lang:|confirmed|insured|wheelchair|sort:|refused:)|$)/.exec(rest)?.[2] ?? '';
  return { text, place, words: rest.replace(place, '').split(' ').filter(Boolean) };
}

const sorted = (words) => [...words].sort().join(' ');

/// Whether what was understood is what was meant.
function isRead(expected, understood) {
  const { text, place, words } = parseReading(expected);
  const places = placesOf(understood).map(folded);
  return (
    sorted(words) === sorted(readingOf(understood)) &&
    (place === '' ? places.length === 0 : places.includes(folded(place))) &&
    folded(text) === folded(understood.text)
  );
}

/// Why an answer is not as expected; null when it is. `order` may be "offers" (every result but those marked as something
/// else offers what was asked for, and there are some), "none", or the beginning of the first result's name.
export function complaint({ reading, order }, answer) {
  const { understood } = answer;
  if (!isRead(reading, understood)) {
    const actual = [...readingOf(understood), placesOf(understood)[0], understood.text && `"${understood.text}"`].filter(Boolean).join(' ');
    return `read as ${actual || 'nothing'} instead of ${reading || 'nothing'}`;
  }
  if (order === '') return null;
  if (order === 'none') return answer.results.length === 0 ? null : `${answer.results.length} results instead of none`;
  if (answer.results.length === 0) return `no results instead of ${order}`;
  if (order === 'offers') return answer.results[0].match === 'offers' ? null : `${answer.results[0].name} stands first by ${answer.results[0].match}`;
  return answer.results[0].name.startsWith(order) ? null : `${answer.results[0].name} stands first instead of ${order}`;
}
