// How hard a text is to read, by the formula of Flesch and Kincaid (1975): the years of US schooling that it asks for.
// A grade of 7 is a reading age of about 12.

/** The words of a text. Numbers count as words, for they are read aloud as such. */
export const words = (text) => text.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu) ?? [];

/** The number of sentences: what ends with a full stop, a question mark or a colon. A text has at least one. */
export const sentences = (text) => Math.max(1, (text.match(/[.?!:;](?=\s|$)/g) ?? []).length);

/**
 * The syllables of an English word, counted as groups of vowels. An e at the end is silent, but not in "-le"; the ending
 * "-ed" is silent but after d and t. Letters said one by one ("RF") and numbers have one syllable a sign at most.
 */
export function syllables(word) {
  return word
    .split(/[-.,]/)
    .map(syllables_of_part)
    .reduce((sum, count) => sum + count, 0);
}

function syllables_of_part(part) {
  if (/^\p{N}+$/u.test(part)) return 1;
  if (/^\p{Lu}{2,}$/u.test(part)) return part.length;
  const spoken = part
    .toLowerCase()
    .replace(/['’]s?$/, "")
    .replace(/(?<=[^aeiouydt])ed$/, "d")
    .replace(/(?<=[^aeiouyl])es?$/, (ending) => (ending === "es" ? "s" : ""))
    .replace(/(?<=[aeiouy])le$/, "l");
  return Math.max(1, (spoken.match(/[aeiouy]+/g) ?? []).length);
}

/** The grade of a list of texts taken together. */
export function grade(texts) {
  const all = texts.flatMap(words);
  const ends = texts.reduce((sum, text) => sum + sentences(text), 0);
  const sounds = all.reduce((sum, word) => sum + syllables(word), 0);
  return 0.39 * (all.length / ends) + 11.8 * (sounds / all.length) - 15.59;
}
