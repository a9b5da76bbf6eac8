// Fails when a file of src/ includes what src/LAYERS does not allow its folder, or CMake links it.
import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { includeComplaints, linkComplaints, nameComplaints, parseLayers } from './layers.mjs';

const root = new URL('../../src/', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');
const files = execFileSync('git', ['ls-files', '.'], { cwd: root, encoding: 'utf8' }).trim().split('\n');

const layers = parseLayers(read('LAYERS'));
const sources = files.filter((path) => /\.[ch]pp$/.test(path));
const complaints = sources.flatMap((path) => includeComplaints(layers, path, read(path)));
for (const folder of layers.keys()) complaints.push(...linkComplaints(layers, folder, read(`${folder}/CMakeLists.txt`)));
complaints.push(...nameComplaints(sources.filter((path) => path.endsWith('.hpp')).map((path) => [path, read(path)])));
const loose = sources.filter((path) => !path.includes('/'));
complaints.push(...loose.map((path) => `${path}: lies loose in src/`));

for (const complaint of complaints) console.error(complaint);
console.log(`${sources.length} files in ${layers.size} folders, ${complaints.length} against the layers`);
process.exit(complaints.length === 0 ? 0 : 1);
