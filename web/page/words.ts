/** What the scripts say: the messages of the page's language, which stand in the page as JSON (ICU message patterns). */

export type Values = Readonly<Record<string, string | number>>;

/** The end of the braces that open at `from`. */
function closing(pattern: string, from: number): number {
  let depth = 0;
  for (let i = from; i < pattern.length; i += 1) {
    if (pattern[i] === "{") depth += 1;
    if (pattern[i] === "}") depth -= 1;
    if (depth === 0) return i;
  }
  return pattern.length;
}

/** The form for a number of "one {# place} other {# places}": an exact one (=0) before that of the language's rules. */
function formFor(forms: string, count: number, language: string): string {
  const found = new Map<string, string>();
  for (let at = 0; at < forms.length;) {
    const open = forms.indexOf("{", at);
    if (open < 0) break;
    const close = closing(forms, open);
    found.set(forms.slice(at, open).trim(), forms.slice(open + 1, close));
    at = close + 1;
  }
  const rule = new Intl.PluralRules(language).select(count);
  return found.get(`=${count}`) ?? found.get(rule) ?? found.get("other") ?? "";
}

/** Fills a pattern: `{name}` by its value, `{count, plural, ...}` by the form for its number, `#` in it by the number. */
export function fill(pattern: string, values: Values, language: string, number = ""): string {
  let text = "";
  for (let at = 0; at < pattern.length;) {
    const open = pattern.indexOf("{", at);
    text += (open < 0 ? pattern.slice(at) : pattern.slice(at, open)).replaceAll("#", number === "" ? "#" : number);
    if (open < 0) break;
    const close = closing(pattern, open);
    const [name = "", kind, ...forms] = pattern.slice(open + 1, close).split(",");
    const value = values[name.trim()] ?? "";
    if (kind?.trim() === "plural") {
      const count = Number(value);
      text += fill(formFor(forms.join(","), count, language), values, language, count.toLocaleString(language));
    } else text += String(value);
    at = close + 1;
  }
  return text;
}

function messagesOfPage(): Record<string, string> {
  try {
    return JSON.parse(document.getElementById("words")?.textContent ?? "{}") as Record<string, string>;
  } catch {
    return {};
  }
}

let messages: Record<string, string> | undefined;

/** The language of the page, for Intl; Arabic in the digits of its addresses and telephone numbers. */
export const pageLanguage = (): string => (document.documentElement.lang === "ar" ? "ar-u-nu-latn" : document.documentElement.lang || "en");

/** A message of this page by its key, "script.save". */
export function words(key: string, values: Values = {}): string {
  messages ??= messagesOfPage();
  return fill(messages[key] ?? key, values, pageLanguage());
}

/** An address of these pages in the language that the present one names, if it names one. */
export function inLanguage(address: string, search = window.location.search): string {
  const lang = new URLSearchParams(search).get("lang");
  return lang === null ? address : `${address}${address.includes("?") ? "&" : "?"}lang=${encodeURIComponent(lang)}`;
}
