import type { Map as MapLibreMap } from "maplibre-gl";
import { townDot, townDotRadius } from "./style.ts";

const pixelRatio = 2;

function picture(colour: string): ImageData | undefined {
  const side = 2 * townDotRadius * pixelRatio;
  const canvas = Object.assign(document.createElement("canvas"), { width: side, height: side });
  const pen = canvas.getContext("2d");
  if (pen === null) return undefined;
  pen.fillStyle = colour;
  pen.arc(side / 2, side / 2, side / 2, 0, 2 * Math.PI);
  pen.fill();
  return pen.getImageData(0, 0, side, side);
}

/** Gives the map the dot of towns in a colour, or in another one. */
export function colourTowns(map: MapLibreMap, colour: string): void {
  const dot = picture(colour);
  if (dot === undefined) return;
  if (map.hasImage(townDot)) map.updateImage(townDot, dot);
  else map.addImage(townDot, dot, { pixelRatio });
}
