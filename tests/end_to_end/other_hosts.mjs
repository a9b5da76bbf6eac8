// Hosts of a map for tests: small servers on ports of their own, each another origin to a browser, that remember what
// they were asked for.
import { createServer } from "node:http";

const dot = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M/wHwAEBgIApD5fRAAAAABJRU5ErkJggg==", "base64");
const point = { type: "FeatureCollection", features: [{ type: "Feature", properties: {}, geometry: { type: "Point", coordinates: [14.51, 35.9] } }] };

/** What a host of a map answers: pictures for tiles and icons, JSON for the rest. */
function answer(path, style) {
  if (path.endsWith(".png")) return ["image/png", dot];
  if (path.endsWith("style.json")) return ["application/json", JSON.stringify(style)];
  if (path.endsWith(".geojson")) return ["application/json", JSON.stringify(point)];
  if (path.endsWith("sprite.json") || path.endsWith("sprite@2x.json")) return ["application/json", JSON.stringify({ dot: { x: 0, y: 0, width: 1, height: 1, pixelRatio: 1 } })];
  return ["application/octet-stream", Buffer.alloc(0)];
}

/** Starts a host; `host.style` is what it gives as /style.json. */
export async function startHost() {
  const host = { asked: [], style: undefined, origin: "", stop: () => undefined };
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://here").pathname;
    host.asked.push(path);
    const [type, bytes] = answer(path, host.style);
    response.writeHead(200, { "content-type": type, "access-control-allow-origin": "*" });
    response.end(bytes);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  host.origin = `http://127.0.0.1:${server.address().port}`;
  host.stop = () => new Promise((resolve) => { server.closeAllConnections(); server.close(resolve); });
  return host;
}

/** A style on one host whose tiles, data, icons and letters lie on another. */
export const styleOver = ({ origin }) => ({
  version: 8,
  sprite: `${origin}/icons/sprite`,
  glyphs: `${origin}/letters/{fontstack}/{range}.pbf`,
  sources: {
    pictures: { type: "raster", tileSize: 256, tiles: [`${origin}/tiles/{z}/{x}/{y}.png`] },
    points: { type: "geojson", data: `${origin}/points.geojson` },
  },
  layers: [
    { id: "pictures", type: "raster", source: "pictures" },
    { id: "points", type: "symbol", source: "points", layout: { "icon-image": "dot", "text-field": "Valletta", "text-font": ["Test"] } },
  ],
});
