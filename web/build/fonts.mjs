// The glyphs of the map's labels: Noto Sans (SIL Open Font License 1.1) in pieces by script, of which a browser loads
// those whose letters it draws.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const weights = { "Noto Sans": 400, "Noto Sans Semibold": 600 };
const packages = {
  "noto-sans": ["latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek", "vietnamese"],
  "noto-sans-arabic": ["arabic"],
};

/** All pieces: the font that they belong to, the letters that they hold (as in CSS), and their bytes as WOFF2. */
export function* fontPieces() {
  for (const [font, weight] of Object.entries(weights)) {
    for (const [name, subsets] of Object.entries(packages)) {
      const ranges = JSON.parse(readFileSync(require.resolve(`@fontsource/${name}/unicode.json`), "utf8"));
      for (const subset of subsets) {
        const file = `${name}-${subset}-${weight}-normal.woff2`;
        yield { font, file: `fonts/${file}`, ranges: ranges[subset].split(","), bytes: readFileSync(require.resolve(`@fontsource/${name}/files/${file}`)) };
      }
    }
  }
}

/** What goes with the font wherever it goes. */
export const fontLicence = () => readFileSync(require.resolve("@fontsource/noto-sans/LICENSE"));
