// The icons of the pages: those of lucide that are named here, without what HTML does not need.
import { readFile } from "node:fs/promises";

export const iconNames = [
  "accessibility", "arrow-right", "book-open", "bookmark", "calendar", "check", "chevron-left", "chevron-right", "chevrons-up-down", "clipboard-list", "clock",
  "external-link", "globe", "info", "languages", "list-ordered", "locate-fixed", "lock", "mail", "map",
  "map-pin", "minus", "navigation", "phone", "printer", "search", "share-2", "shield-check", "star", "triangle-alert", "x",
];

/** An icon as inline SVG: 1.5 px strokes in the colour of the text, silent to screen readers. */
export function slimIcon(svg) {
  const drawing = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"));
  return '<svg class="icon" aria-hidden="true" focusable="false" width="20" height="20" viewBox="0 0 24 24" fill="none" ' +
    'stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">' +
    drawing.replace(/\s*\n\s*/g, "").trim() + "</svg>";
}

export async function readIcon(name) {
  const path = new URL(`../../node_modules/lucide-static/icons/${name}.svg`, import.meta.url);
  return slimIcon(await readFile(path, "utf8"));
}

/** The site's own mark: a pin on the accent's ground. */
export const siteIcon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b5f5a"/>' +
  '<path d="M16 6.5c-4.2 0-7.5 3.2-7.5 7.3 0 5 5.6 9.9 7 11.4.3.3.7.3 1 0 1.4-1.5 7-6.4 7-11.4 0-4.1-3.3-7.3-7.5-7.3z" ' +
  'fill="none" stroke="#fff" stroke-width="2.2"/><circle cx="16" cy="13.8" r="2.6" fill="#fff"/></svg>\n';
