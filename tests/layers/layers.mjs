// What src/LAYERS allows, and what breaks it. Pure functions; check.mjs applies them to the tree.

/// The folders in order, each with the set of folders that it may include besides itself.
export function parseLayers(text) {
  const layers = new Map();
  for (const [number, raw] of text.split('\n').entries()) {
    const line = raw.replace(/#.*/, '').trim();
    if (line === '') continue;
    const match = /^(\w+):((?:\s+\w+)*)$/.exec(line);
    if (!match) throw new Error(`LAYERS:${number + 1}: '${line}' is not 'folder: folder folder'`);
    const [, folder, names] = match;
    const allowed = names.split(/\s+/).filter((name) => name !== '');
    const unknown = allowed.find((name) => !layers.has(name));
    if (unknown) throw new Error(`LAYERS:${number + 1}: ${folder} may not include ${unknown}, which does not stand above it`);
    layers.set(folder, new Set(allowed));
  }
  return layers;
}

/// The complaints about one source file: includes of our own that its folder may not have.
export function includeComplaints(layers, path, text) {
  const folder = path.split('/')[0];
  if (!layers.has(folder)) return [`${path}: the folder ${folder} is not in LAYERS`];
  const complaints = [];
  for (const [number, line] of text.split('\n').entries()) {
    const match = /^\s*#include "(\w+)\//.exec(line);
    if (!match || match[1] === folder || layers.get(folder).has(match[1])) continue;
    complaints.push(`${path}:${number + 1}: ${folder} may not include ${match[1]}`);
  }
  return complaints;
}

/// The complaints about a folder's CMakeLists.txt: edges that LAYERS does not have.
export function linkComplaints(layers, folder, cmake) {
  const linked = [...cmake.matchAll(/\bnearme_(\w+)/g)].map((match) => match[1]).filter((name) => layers.has(name) && name !== folder);
  return [...new Set(linked)]
    .filter((name) => !layers.get(folder).has(name))
    .map((name) => `${folder}/CMakeLists.txt: links nearme_${name}, which LAYERS does not allow`);
}

/// The complaints about type names that several headers define: all of src/ is one namespace, so a name may have one meaning.
/// `headers` are pairs of path and text.
export function nameComplaints(headers) {
  const homes = new Map();
  for (const [path, text] of headers) {
    for (const [, name] of text.matchAll(/^(?:struct|class|enum class) (\w+)(?!\w|::)[^;]*?\{/gm)) {
      homes.set(name, [...(homes.get(name) ?? []), path]);
    }
  }
  return [...homes].filter(([, paths]) => paths.length > 1).map(([name, paths]) => `${name} is defined in ${paths.join(' and ')}`);
}
