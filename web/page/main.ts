import { MapPanel } from "./map_panel.ts";
import { offerPosition } from "./position.ts";
import { type Box, areaAddress, searchAddress } from "./question.ts";
import { Results } from "./results.ts";
import { Saved } from "./saved.ts";
import { offerSaving, showSaved } from "./saved_views.ts";
import { offerSharing } from "./share.ts";
import { Sheet } from "./sheet.ts";
import { Suggestions } from "./suggestions.ts";
import { offerSuitability } from "./suitability_view.ts";

/** Adds to the page what scripts can add; everything works without them too. */

const status = document.querySelector<HTMLElement>("[data-status]") ?? document.body.appendChild(liveRegion());
const say = (words: string): void => { status.textContent = words; };

function liveRegion(): HTMLElement {
  const region = document.createElement("p");
  region.className = "visually-hidden";
  region.setAttribute("role", "status");
  return region;
}

const saved = new Saved(() => showSaved(saved));
offerSaving(saved, say);
offerSharing(say);
showSaved(saved);

const region = document.querySelector<HTMLElement>(".searched #results");
const panel = document.querySelector<HTMLElement>("[data-map]");

const map = panel === null ? undefined : new MapPanel(panel, (box) => void searchArea(box));
const sheet = panel?.querySelector("[data-sheet-bar]") && region !== null ? new Sheet(panel, () => map?.show()) : undefined;
const results = region === null ? undefined : new Results(region, {
  say,
  changed: () => {
    map?.refresh();
    sheet?.tellCount();
    showSaved(saved);
  },
});

async function searchArea(box: Box): Promise<void> {
  const address = areaAddress(window.location.pathname === "/" ? window.location.search || "/" : nearQuestion(), box);
  if (window.location.pathname === "/" && results !== undefined) await results.go(address);
  else window.location.assign(address);
}

/** On the page of a treatment near a town the question stands in its "Search with filters". */
function nearQuestion(): string {
  return document.querySelector<HTMLAnchorElement>(".more a")?.search ?? "/";
}

for (const form of document.querySelectorAll<HTMLFormElement>("form.box")) {
  const input = form.querySelector<HTMLInputElement>("input[name=q]");
  const holder = form.querySelector<HTMLElement>("[data-suggest]");
  offerPosition(form);
  if (input === null || holder === null) continue;
  new Suggestions(input, holder, { say, knowsPlace: () => form.querySelector("input[name=lat]") !== null });
  form.addEventListener("submit", (event) => {
    if (results === undefined || window.location.pathname !== "/") return;
    event.preventDefault();
    void results.go(searchAddress(new FormData(form).entries()));
  });
}

offerSuitability();
for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => window.print());

const back = document.querySelector<HTMLAnchorElement>("a[data-back]");
const cameFromSearch = document.referrer !== "" && new URL(document.referrer).origin === window.location.origin && new URL(document.referrer).pathname === "/";
if (back !== null && cameFromSearch) back.href = document.referrer;
