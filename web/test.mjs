// The tests of the scripts: types by tsc, then the pure functions by node --test.  node web/test.mjs --out build/web
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import * as esbuild from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({ options: { out: { type: "string", default: resolve(here, "../build/web") } } });
const tests = join(values.out, "tests");

const sources = ["page", "map", "embed"].flatMap((folder) =>
  readdirSync(join(here, folder)).filter((name) => name.endsWith(".test.ts")).map((name) => join(here, folder, name)));
await esbuild.build({ entryPoints: sources, bundle: true, platform: "node", format: "esm", target: "node18", outdir: tests,
  outExtension: { ".js": ".mjs" }, logLevel: "warning" });

const run = (...words) => {
  const { status } = spawnSync(process.execPath, words, { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
};
run(resolve(here, "../node_modules/typescript/bin/tsc"), "--noEmit", "-p", join(values.out, "tsconfig.json"));
const made = ["page", "map", "embed"].flatMap((folder) => readdirSync(join(tests, folder)).map((name) => join(tests, folder, name)));
run("--test", ...made);
