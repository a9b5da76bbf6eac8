// Asks every question of the relevance files of the server at NEARME_URL and prints the share that is read as people mean it.
import { readFileSync, readdirSync } from 'node:fs';
import { complaint, parseRelevance } from './reading.mjs';

const server = process.env.NEARME_URL;
if (!server) throw new Error('NEARME_URL must name a server with the sample directory');
const here = new URL('./', import.meta.url);
const questions = readdirSync(here)
  .filter((name) => name.endsWith('.tsv'))
  .sort()
  .flatMap((name) => parseRelevance(readFileSync(new URL(name, here), 'utf8'), name));

let passed = 0;
for (const question of questions) {
  const url = new URL('/v1/search', server);
  url.searchParams.set('q', question.query);
  if (question.position) {
    const [lat, lon] = question.position.split(',');
    url.searchParams.set('lat', lat);
    url.searchParams.set('lon', lon);
  }
  const response = await fetch(url);
  const answer = await response.json();
  const wrong = response.ok ? complaint(question, answer) : answer.detail;
  if (wrong === null) passed += 1;
  else console.error(`${question.where}: '${question.query}' is ${wrong}`);
}
console.log(`${passed} of ${questions.length} questions are understood and answered as expected (${((100 * passed) / questions.length).toFixed(1)} %)`);
process.exit(passed === questions.length && passed > 0 ? 0 : 1);
