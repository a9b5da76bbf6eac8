// Asks a running server one question and prints the first result. Usage: node ask.mjs http://localhost:8080
const address = process.argv[2];
const response = await fetch(`${address}/v1/search?q=${encodeURIComponent('micro-needling near Leeds')}&limit=1`);
if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
const answer = await response.json();
if (answer.results.length !== 1) throw new Error('the sample directory has no answer to micro-needling near Leeds');
console.log(JSON.stringify(answer.results[0], null, 2));
console.log(`\n${answer.total} sites in all`);
