// Builds the pages' scripts, styles, icons and map into a folder: node web/build.mjs --out build/web
//   <out>/dist/       what is served as /assets/, and manifest.json: plain name to served name
//   <out>/types/      the API's types, from api/openapi.yaml
import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import * as esbuild from "esbuild";
import openapiTypes, { astToString } from "openapi-typescript";
import { fontLicence, fontPieces } from "./build/fonts.mjs";
import { hashedName, packedAlone, put, putPacked } from "./build/files.mjs";
import { iconNames, readIcon, siteIcon } from "./build/icons.mjs";
import { mapCells, mapOverview } from "./build/map_cells.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const { values } = parseArgs({ options: { out: { type: "string", default: resolve(here, "../build/web") } } });
const out = resolve(values.out);
const dist = join(out, "dist");

/** Scripts and styles before the map may weigh this much when packed. */
const mostBytesBeforeMap = 60_000;

async function makeTypes() {
  const contract = new URL("../api/openapi.yaml", import.meta.url);
  await put(out, "types/api.d.ts", astToString(await openapiTypes(contract)));
  const settings = { extends: join(here, "tsconfig.json"), include: ["page", "map", "embed", "types.d.ts"].map((f) => join(here, f)) };
  settings.compilerOptions = {
    paths: { "nearme:api": [join(out, "types/api.d.ts")] },
    typeRoots: [resolve(here, "../node_modules/@types")],
  };
  await writeFile(join(out, "tsconfig.json"), JSON.stringify(settings, null, 2));
}

async function makeIcons() {
  for (const name of iconNames) await put(dist, `icons/${name}.svg`, await readIcon(name));
  const name = hashedName("icon.svg", siteIcon);
  await putPacked(dist, name, Buffer.from(siteIcon));
  return { "icon.svg": name };
}

async function putHashed(name, bytes) {
  const served = hashedName(name, bytes);
  await putPacked(dist, served, bytes);
  return served;
}

async function bundleText(entry, format) {
  const made = await esbuild.build({ entryPoints: [entry], bundle: true, minify: true, write: false, format,
    target: ["es2022"], legalComments: "none", logLevel: "warning", loader: { ".svg": "dataurl" } });
  return Buffer.from(made.outputFiles[0].contents);
}

/** The map's fonts: name to pieces. They lie packed as they are, so they get no twins. */
async function makeFonts() {
  const fonts = {};
  for (const { font, file, ranges, bytes } of fontPieces()) {
    const served = hashedName(file, bytes);
    await put(dist, served, bytes);
    (fonts[font] ??= []).push({ file: served, ranges });
  }
  await put(dist, "fonts/LICENSE.txt", fontLicence());
  return fonts;
}

async function makeMapFiles() {
  const addresses = {};
  for (const [key, cell] of mapCells()) {
    const bytes = await packedAlone(cell);
    addresses[key] = hashedName(`map/${key}.bin`, bytes);
    await put(dist, addresses[key], bytes);
  }
  const overview = await packedAlone(mapOverview());
  const overviewName = hashedName("map/world.bin", overview);
  await put(dist, overviewName, overview);
  return {
    workerAddress: await putHashed("map-worker.js", await bundleText(require.resolve("maplibre-gl/dist/maplibre-gl-worker.mjs"), "esm")),
    styleAddress: await putHashed("map.css", await bundleText(join(here, "styles/map.css"))),
    overviewAddress: overviewName,
    cellAddresses: addresses,
    fontFiles: await makeFonts(),
  };
}

/** Gives a module "nearme:NAME" with these values to the bundle. */
const madeModule = (module, files) => ({
  name: module,
  setup(build) {
    build.onResolve({ filter: new RegExp(`^nearme:${module}$`) }, ({ path }) => ({ path, namespace: "made" }));
    build.onLoad({ filter: /.*/, namespace: "made" }, () => ({
      contents: Object.entries(files).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`).join("\n"),
    }));
  },
});

async function makeScripts(mapFiles) {
  const made = await esbuild.build({
    entryPoints: { page: join(here, "page/main.ts") }, bundle: true, splitting: true, minify: true, write: false,
    format: "esm", target: ["es2022"], outdir: dist, entryNames: "[name]-[hash]", chunkNames: "[name]-[hash]",
    legalComments: "none", logLevel: "warning", plugins: [madeModule("map-files", mapFiles)],
  });
  let weight = 0;
  let page = "";
  for (const file of made.outputFiles) {
    const name = file.path.slice(dist.length + 1);
    const packed = await putPacked(dist, name, Buffer.from(file.contents));
    if (!name.startsWith("page-")) continue;
    page = name;
    weight = packed;
  }
  return { page, weight };
}

/** The component for pages of others: one file under a name that stays, with its styles inside. */
async function makeComponent() {
  const style = (await bundleText(join(here, "styles/embed.css"))).toString().replaceAll(":root", ":host");
  const made = await esbuild.build({
    entryPoints: [join(here, "embed/nearme.ts")], bundle: true, minify: true, write: false, format: "esm", target: ["es2022"],
    legalComments: "none", logLevel: "warning", plugins: [madeModule("embed-style", { styleText: style })],
  });
  return putPacked(dist, "nearme.js", Buffer.from(made.outputFiles[0].contents));
}

/** The colours of tokens.css by name, for light and for dark, so that an operator's own can be held against them. */
async function putColours() {
  const css = await readFile(join(here, "styles/tokens.css"), "utf8");
  const [light, dark] = css.split("@media (prefers-color-scheme: dark)").map((part) =>
    Object.fromEntries([...part.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name, colour])));
  await put(dist, "tokens.json", JSON.stringify({ light, dark }));
}

async function build() {
  await rm(dist, { recursive: true, force: true });
  await makeTypes();
  await putColours();
  const icons = await makeIcons();
  const { page, weight } = await makeScripts(await makeMapFiles());
  if (weight > mostBytesBeforeMap) throw new Error(`the page's script weighs ${weight} bytes packed; at most ${mostBytesBeforeMap}`);
  const manifest = { ...icons, "page.js": page, "page.css": await putHashed("page.css", await bundleText(join(here, "styles/page.css"))) };
  await put(dist, "manifest.json", `${JSON.stringify(manifest, null, 2)}\n`);
  console.log(`web bundle: page script ${weight} bytes packed, component ${await makeComponent()}, in ${dist}`);
}

if (!existsSync(resolve(here, "../node_modules/esbuild"))) throw new Error("run `npm ci` in the folder of the project first");
await build();
