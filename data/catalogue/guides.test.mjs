// The guides and the questions of suitability in plain language: a reading age of 12, and sources that are used.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { grade, sentences, syllables, words } from "./readability.mjs";

const folder = import.meta.dirname ?? new URL(".", import.meta.url).pathname;

/** Years of US schooling; seven years are a reading age of about 12. */
const HARDEST_GUIDE = 7;
/** One statement is too short to measure well, so only long ones are, and they may be harder by themselves. */
const HARDEST_STATEMENT = 13;
const WORDS_OF_A_LONG_STATEMENT = 15;

const read = (name) => readFileSync(join(folder, name), "utf8");
const fields = (toml, keys) =>
  [...toml.matchAll(new RegExp(`^(?:${keys}) = "(.*)"$`, "gm"))].map(([, text]) => text.replaceAll('\\"', '"'));

/** The sections of a guide by their ids, each a list of statements with their texts and sources. */
const sections = (toml) =>
  new Map(
    toml
      .split("[[guide.section]]")
      .slice(1)
      .map((section) => {
        const statements = section.split("[[guide.section.statement]]").slice(1);
        return [fields(section, "id")[0], statements.map((one) => ({ text: fields(one, "text")[0], source: fields(one, "source")[0] }))];
      }),
  );

const guides = readdirSync(join(folder, "guides")).map((file) => {
  const toml = read(join("guides", file));
  return { file, texts: fields(toml, "lead|text"), sections: sections(toml), reviewed: fields(toml, "review_date")[0] };
});
const questions = fields(read("suitability.toml"), "text|statement|help|reason");

test("syllables are counted as they are spoken", () => {
  for (const [word, count] of [
    ["skin", 1],
    ["needle", 2],
    ["needles", 2],
    ["treated", 2],
    ["used", 1],
    ["medicine", 3],
    ["micro-needling", 4],
    ["eye", 1],
    ["RF", 2],
    ["2026", 1],
  ]) {
    assert.equal(syllables(word), count, word);
  }
});

test("a sentence ends where a reader takes breath", () => {
  assert.equal(sentences("It heals in 1.5 weeks. Ask first: who pays?"), 3);
  assert.equal(sentences("No stop"), 1);
  assert.deepEqual(words("It's 1,845 people, not 2."), ["It's", "1,845", "people", "not", "2"]);
});

test("a hard text has a higher grade than an easy one", () => {
  const easy = "The needles prick the skin. It heals.";
  const hard = "Percutaneous collagen induction necessitates repetitive perforation of the epidermal stratum.";
  assert.ok(grade([easy]) < 3, String(grade([easy])));
  assert.ok(grade([hard]) > 15, String(grade([hard])));
});

test("every guide can be read at the age of 12", () => {
  assert.ok(guides.length >= 41);
  for (const { file, texts } of guides) {
    assert.ok(texts.length > 10, `${file} says too little to measure`);
    const measured = grade(texts);
    assert.ok(measured <= HARDEST_GUIDE, `${file} asks for ${measured.toFixed(1)} years of school`);
  }
});

test("every guide tells all that a searcher needs, each statement by a source", () => {
  const needed = ["what", "happens", "uses", "sessions", "recovery", "aftercare", "risks", "alternatives", "questions"];
  for (const { file, sections, reviewed } of guides) {
    for (const id of needed) assert.ok(sections.get(id)?.length > 0, `${file} says nothing of ${id}`);
    for (const { text, source } of [...sections.values()].flat()) assert.ok(text && source, `${file}: ${text}`);
    assert.match(reviewed, /^\d{4}-\d{2}-\d{2}$/, file);
  }
});

test("where sources differ, the others are told as well", () => {
  let told = 0;
  for (const { file, sections } of guides) {
    for (const statements of sections.values()) {
      const differ = statements.filter(({ text }) => /sources differ/i.test(text));
      told += differ.length;
      if (differ.length > 0) assert.ok(statements.length > 1, `${file}: ${differ[0].text}`);
    }
  }
  assert.ok(told >= 10, String(told));
});

test("the questions and reasons of suitability can be read at the age of 12", () => {
  assert.ok(questions.length > 200);
  assert.ok(grade(questions) <= HARDEST_GUIDE, String(grade(questions)));
});

test("no long statement is much harder than its guide", () => {
  for (const text of [...guides.flatMap(({ texts }) => texts), ...questions]) {
    if (words(text).length < WORDS_OF_A_LONG_STATEMENT) continue;
    assert.ok(grade([text]) <= HARDEST_STATEMENT, `${grade([text]).toFixed(1)}: ${text}`);
  }
});

test("every source that is named is used, and every one that is used is named", () => {
  const files = ["suitability.toml", "wording.toml", "concerns.toml", ...guides.map(({ file }) => `guides/${file}`)];
  const used = new Set(files.flatMap((file) => fields(read(file), "source")));
  const named = new Set(fields(read("sources.toml"), "id"));
  assert.deepEqual([...used].filter((id) => !named.has(id)), []);
  assert.deepEqual([...named].filter((id) => !used.has(id)), []);
});

test("every pointer from a concern to a treatment has a strength that fits its source", () => {
  const grades = new Map(
    read("sources.toml")
      .split("[[source]]")
      .slice(1)
      .map((entry) => [fields(entry, "id")[0], fields(entry, "grade")[0]]),
  );
  const most = { A: 1, B: 0.8, C: 0.65, D: 0.4 };
  const pointers = read("concerns.toml").split("[[concern.treatment]]").slice(1);
  assert.ok(pointers.length > 50);
  for (const pointer of pointers) {
    const strength = Number(/^strength = ([\d.]+)$/m.exec(pointer)?.[1]);
    const source = fields(pointer, "source")[0];
    const what = `${fields(pointer, "id")[0]} by ${source}`;
    assert.ok(strength > 0 && strength <= most[grades.get(source)], `${what} has a strength of ${strength}`);
  }
});
