import assert from 'node:assert/strict';
import { test } from 'node:test';
import { includeComplaints, linkComplaints, nameComplaints, parseLayers } from './layers.mjs';

const layers = parseLayers('# comment\nbase:\ngeo: base\nindex: base geo\n');

test('a folder may include itself and what it names', () => {
  assert.deepEqual(includeComplaints(layers, 'geo/box.cpp', '#include "geo/box.hpp"\n#include "base/error.hpp"\n#include <map>\n'), []);
});

test('an include of a folder above is told with file and line', () => {
  assert.deepEqual(includeComplaints(layers, 'base/error.cpp', '\n#include "geo/box.hpp"\n'), ['base/error.cpp:2: base may not include geo']);
});

test('a folder that is missing from the list is told', () => {
  assert.match(includeComplaints(layers, 'util/x.cpp', '')[0], /util is not in LAYERS/);
});

test('a layer cannot name one that stands below it, so there is no cycle', () => {
  assert.throws(() => parseLayers('base: geo\ngeo: base\n'), /base may not include geo/);
});

test('a linked library needs the same edge', () => {
  assert.deepEqual(linkComplaints(layers, 'base', 'LINKS nearme_geo fmt::fmt'), ['base/CMakeLists.txt: links nearme_geo, which LAYERS does not allow']);
  assert.deepEqual(linkComplaints(layers, 'index', 'nearme_folder(index LINKS nearme_geo nearme_base)'), []);
});

test('a type name that two headers define is told, a declaration is not', () => {
  const headers = [['a/x.hpp', 'struct Place {\n};\n'], ['b/y.hpp', 'struct Place {\n};\nclass Other;\n'], ['c/z.hpp', 'class Other {\n};\n']];
  assert.deepEqual(nameComplaints(headers), ['Place is defined in a/x.hpp and b/y.hpp']);
});
