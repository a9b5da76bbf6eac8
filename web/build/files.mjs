// Writing files under names that hold their checksum, with packed twins beside them.
import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];

/** "page.css" and its bytes to "page-3KQ7ZP2A.css": eight capitals and digits that change when the bytes do. */
export function hashedName(name, bytes) {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 8).toUpperCase();
  const dot = name.lastIndexOf(".");
  return `${name.slice(0, dot)}-${hash}${name.slice(dot)}`;
}

export async function put(folder, name, bytes) {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}

/** The file with its twins ".br" and ".gz". */
export async function putPacked(folder, name, bytes) {
  const hints = { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } };
  const [br, gz] = await Promise.all([brotli(bytes, hints), zip(bytes, { level: 9 })]);
  await Promise.all([put(folder, name, bytes), put(folder, `${name}.br`, br), put(folder, `${name}.gz`, gz)]);
  return br.length;
}

/** Packed once and unpacked by the page itself: no twins. */
export async function packedAlone(value) {
  return zip(Buffer.from(JSON.stringify(value)), { level: 9 });
}
