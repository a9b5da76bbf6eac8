// Changes of a running server: searched within a second, and never lost, whenever the server is killed. Starts servers of
// its own. NEARME_KILLS says how often one is killed (20), NEARME_SEED when.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { freshFolder, importFile, siteCalled, startServer } from "./own_server.mjs";

const kills = Number(process.env.NEARME_KILLS ?? 20);
const seed = Number(process.env.NEARME_SEED ?? Date.now() % 100000);

/** The same numbers from the same seed (mulberry32). */
function dice(from) {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

async function found(server, word) {
  const { body } = await server.ask("GET", `/v1/search?text=${word}&limit=1`);
  return body.total;
}

/** How many milliseconds it takes until a word finds so many. */
async function timeUntil(server, word, total) {
  const begin = performance.now();
  for (;;) {
    if ((await found(server, word)) === total) return performance.now() - begin;
    assert.ok(performance.now() - begin < 5000, `${word} is not found ${total} times within five seconds`);
    await pause(5);
  }
}

test("a site that is put, or deleted, or imported by another process is searched within a second", async () => {
  const { folder, data, remove } = freshFolder();
  const server = await startServer(data);
  try {
    const times = [];
    for (let i = 0; i < 10; ++i) {
      assert.equal((await server.ask("PUT", `/v1/sites/x${i}`, siteCalled(`novel${i}`, i))).status, 201);
      times.push(await timeUntil(server, `novel${i}`, 1));
      assert.equal((await server.ask("DELETE", `/v1/sites/x${i}`)).status, 204);
      times.push(await timeUntil(server, `novel${i}`, 0));
    }
    console.log(`from the answer to the search: at most ${Math.max(...times).toFixed(0)} ms`);
    assert.ok(Math.max(...times) < 1000, `${times}`);
    const file = join(folder, "sites.csv");
    writeFileSync(file, "id,name,lat,lon,country\nfirst,Outlandish Clinic,53.8,-1.55,GB\n");
    importFile(folder, file);
    await timeUntil(server, "outlandish", 1);
  } finally {
    await server.kill();
    remove();
  }
});

test(`nothing that was acknowledged is lost in ${kills} kills`, { timeout: 600000 }, async () => {
  console.log(`seed ${seed}`);
  const next = dice(seed);
  const { data, remove } = freshFolder();
  const acknowledged = new Map(); // id to name; null: deleted
  const unsure = new Set(); // ids of edits without an answer
  let count = 0;
  try {
    for (let round = 0; round <= kills; ++round) {
      const server = await startServer(data);
      let sum = 0;
      for (const [id, name] of acknowledged) {
        if (unsure.has(id)) continue;
        const { status, body } = await server.ask("GET", `/v1/sites/${id}`);
        assert.equal(status, name === null ? 404 : 200, `${id} after kill ${round}`);
        if (name !== null) assert.equal(body.name, `${name} Clinic`, `${id} after kill ${round}`);
        sum += name === null ? 0 : 1;
      }
      const sure = [...acknowledged].filter(([id, name]) => name !== null && !unsure.has(id)).length;
      const { body } = await server.ask("GET", "/v1/search?treatment=micro-needling&limit=1");
      assert.ok(body.total >= sure && body.total <= sure + unsure.size, `${body.total} are searched, ${sure} stand`);
      assert.equal(sum, sure);
      if (round === kills) {
        await server.kill();
        break;
      }
      let killed = false;
      const writers = Array.from({ length: 8 }, async () => {
        while (!killed) {
          const id = next() < 0.7 || count < 10 ? `k${count++}` : `k${Math.floor(next() * count)}`;
          if (unsure.has(id)) continue;
          unsure.add(id);
          const name = next() < 0.8 ? `word${Math.floor(next() * 1e9)}` : null;
          try {
            const { status } = await (name === null
              ? server.ask("DELETE", `/v1/sites/${id}`)
              : server.ask("PUT", `/v1/sites/${id}`, siteCalled(name, count)));
            if (![200, 201, 204, 404].includes(status)) continue;
            acknowledged.set(id, name);
            unsure.delete(id);
          } catch {
            return; // the server is gone
          }
        }
      });
      await pause(20 + next() * 400);
      await server.kill();
      killed = true;
      await Promise.all(writers);
    }
    console.log(`${acknowledged.size} sites were acknowledged and are as they were said, ${unsure.size} without an answer`);
  } finally {
    remove();
  }
});
