// A server of its own for a test: a process over a fresh data folder, which can be killed and started again.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const program = process.env.NEARME ?? fileURLToPath(new URL("../../build/nearme", import.meta.url));
const token = "end-to-end-0123456789";

/** A data folder with one site, and whatever else `table` (CSV) has. */
export function freshFolder(table = "") {
  const folder = mkdtempSync(join(tmpdir(), "nearme_live_"));
  const file = join(folder, "sites.csv");
  writeFileSync(file, `id,name,lat,lon,country\nfirst,First Clinic,53.8,-1.55,GB\n${table}`);
  importFile(folder, file);
  return { folder, data: join(folder, "data"), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export function importFile(folder, file) {
  const done = spawnSync(program, ["import", file, "--source", "csv", "--data", join(folder, "data")], { encoding: "utf8" });
  if (done.status !== 0) throw new Error(`import: ${done.stdout}${done.stderr}`);
}

/** Starts `nearme serve`, with further options, and waits until it answers. */
export async function startServer(data, options = []) {
  const server = spawn(program, ["serve", "--port", "0", "--data", data, ...options], {
    env: { ...process.env, NEARME_TOKEN: token },
    stdio: ["ignore", "pipe", "ignore"],
  });
  const port = await new Promise((resolve, reject) => {
    let said = "";
    server.once("exit", (code) => reject(new Error(`nearme serve ended with ${code}: ${said}`)));
    server.stdout.on("data", (bytes) => {
      said += bytes;
      const address = /listens on http:\/\/\S+:(\d+)/.exec(said);
      if (address) resolve(Number(address[1]));
    });
  });
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const reader = new Agent({ keepAlive: true });
  // Whoever only reads does not queue behind those who write.
  const ask = (method, path, body) =>
    new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${token}` };
      const text = body === undefined ? "" : JSON.stringify(body);
      if (method !== "GET") headers["content-length"] = Buffer.byteLength(text);
      const asked = request({ host: "127.0.0.1", port, method, path, headers, agent: method === "GET" ? reader : agent }, (response) => {
        let answer = "";
        response.setEncoding("utf8");
        response.on("data", (part) => (answer += part));
        response.on("end", () => resolve({ status: response.statusCode, body: answer === "" ? null : JSON.parse(answer) }));
        response.on("error", reject);
      });
      asked.on("error", reject);
      asked.end(text);
    });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  return {
    ask,
    port,
    pid: server.pid,
    kill: (signal = "SIGKILL") => {
      agent.destroy();
      reader.destroy();
      server.kill(signal);
      return ended;
    },
  };
}

/** A site by its number, with a name that no other has. */
export const siteCalled = (name, at = 0) => ({
  name: `${name} Clinic`,
  lat: 53.8 + (at % 100) / 1000,
  lon: -1.55 + (at % 77) / 1000,
  address: { city: "Leeds", country: "GB" },
  offers: [{ treatment: "micro-needling", price: 50 + (at % 100), currency: "GBP" }],
  opening_hours: at % 2 === 0 ? "Mo-Fr 09:00-17:00" : "Tu-Sa 10:00-18:00",
});
