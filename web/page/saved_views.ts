import { type Saved, type SavedPlace, compareAddress, mostCompared } from "./saved.ts";
import { inLanguage, words } from "./words.ts";

/** Shows on buttons, in the masthead and on the page of saved places what is saved now. */
export function showSaved(saved: Saved): void {
  const places = saved.places();
  const count = document.querySelector<HTMLElement>("[data-saved-count]");
  if (count !== null) {
    count.hidden = places.length === 0;
    count.textContent = String(places.length);
  }
  for (const button of document.querySelectorAll<HTMLElement>(".save")) {
    const isSaved = saved.has(button.dataset["save"] ?? "");
    button.setAttribute("aria-pressed", String(isSaved));
    const said = button.querySelector("span:not(.visually-hidden)");
    if (said !== null && button.matches("[aria-pressed]")) said.textContent = words(isSaved ? "script.saved" : "script.save");
  }
  showList(places);
}

/** Listens for every "Save", also of cards that come later. */
export function offerSaving(saved: Saved, say: (words: string) => void): void {
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-save]") : null;
    if (button === null) return;
    const place = { url: button.dataset["save"] ?? "", name: button.dataset["saveName"] ?? "" };
    saved.toggle(place);
    say(words(saved.has(place.url) ? "script.is-saved" : "script.is-not-saved", { name: place.name }));
  });
  offerComparing();
}

function showList(places: readonly SavedPlace[]): void {
  const form = document.querySelector<HTMLFormElement>("[data-saved-list]");
  const none = document.querySelector<HTMLElement>("[data-saved-none]");
  if (form === null || none === null) return;
  form.hidden = places.length === 0;
  none.hidden = places.length > 0;
  const chosen = new Set(chosenIn(form));
  const isFirst = form.querySelector("li") === null;
  const lines = places.map((place, i) => lineOf(place, isFirst ? i < mostCompared : chosen.has(place.url)));
  form.querySelector("[data-saved-places]")?.replaceChildren(...lines);
  limitChoice(form);
}

function lineOf({ url, name }: SavedPlace, isChosen: boolean): HTMLLIElement {
  const line = document.createElement("li");
  const label = document.createElement("label");
  const box = Object.assign(document.createElement("input"), { type: "checkbox", value: url, checked: isChosen });
  label.append(box, Object.assign(document.createElement("span"), { className: "visually-hidden", textContent: words("script.compare", { name }) }));
  const link = Object.assign(document.createElement("a"), { href: inLanguage(url), textContent: name });
  const remove = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: words("script.remove") });
  remove.setAttribute("aria-label", words("script.remove-name", { name }));
  Object.assign(remove.dataset, { save: url, saveName: name });
  line.append(label, link, remove);
  return line;
}

const chosenIn = (form: HTMLFormElement): string[] =>
  [...form.querySelectorAll<HTMLInputElement>("input:checked")].map(({ value }) => value);

/** At most four stand side by side: the others cannot be chosen until one is let go. */
function limitChoice(form: HTMLFormElement): void {
  const count = chosenIn(form).length;
  const isFull = count >= mostCompared;
  for (const box of form.querySelectorAll<HTMLInputElement>("input[type=checkbox]")) box.disabled = isFull && !box.checked;
  const said = form.querySelector("[data-saved-said]");
  if (said !== null) said.textContent = isFull ? words("script.full", { count: mostCompared }) : "";
  const compare = form.querySelector<HTMLButtonElement>("[data-compare]");
  if (compare !== null) compare.disabled = count < 2;
}

function offerComparing(): void {
  const form = document.querySelector<HTMLFormElement>("[data-saved-list]");
  form?.addEventListener("change", () => limitChoice(form));
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    window.location.assign(inLanguage(compareAddress(chosenIn(form))));
  });
}
