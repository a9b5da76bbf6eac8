// A map in one file for tests: a PMTiles archive of one tile, the world, in which one layer has one square.
import { gzipSync } from "node:zlib";

const varint = (number) => (number < 128 ? [number] : [(number % 128) + 128, ...varint(Math.floor(number / 128))]);
const field = (number, bytes) => [...varint(number * 8 + 2), ...varint(bytes.length), ...bytes];
const text = (words) => [...Buffer.from(words)];
const zigzag = (number) => (number < 0 ? -number * 2 - 1 : number * 2);

/** A vector tile (Mapbox Vector Tile 2) with a square in the middle of the layer. */
function tile(layer) {
  const steps = [9, ...[1024, 1024].map(zigzag), 26, ...[2048, 0, 0, 2048, -2048, 0].map(zigzag), 15];
  const square = [...varint(3 * 8), 3, ...field(4, steps.flatMap(varint))];
  return Buffer.from(field(3, [...varint(15 * 8), 2, ...field(1, text(layer)), ...field(2, square)]));
}

/** The bytes of the archive (PMTiles 3). `credit` is whom its metadata names. */
export function tileArchive({ layer = "water", credit = "Tiles of a test" } = {}) {
  const packedTile = gzipSync(tile(layer));
  const root = gzipSync(Buffer.from([1, 0, 1, ...varint(packedTile.length), 1]));
  const metadata = gzipSync(JSON.stringify({ vector_layers: [{ id: layer, fields: {} }], attribution: credit }));
  const header = Buffer.alloc(127);
  header.write("PMTiles");
  header[7] = 3;
  const sections = [root, metadata, Buffer.alloc(0), packedTile];
  let begin = header.length;
  sections.forEach((section, i) => {
    header.writeBigUInt64LE(BigInt(begin), 8 + 16 * i);
    header.writeBigUInt64LE(BigInt(section.length), 16 + 16 * i);
    begin += section.length;
  });
  for (const at of [72, 80, 88]) header.writeBigUInt64LE(1n, at);
  [1, 2, 2, 1, 0, 0].forEach((value, i) => header.writeUInt8(value, 96 + i));
  [-180e7, -85e7, 180e7, 85e7].forEach((value, i) => header.writeInt32LE(value, 102 + 4 * i));
  return Buffer.concat([header, ...sections]);
}
