// Finds files where their imports say that they are, without asking the disk.
//
// For each of 7,000 imports Node looks for the file, for links on the way to it, and for a package.json in every folder above
// it: a third of what it takes to load the program. An import of ours says the whole name, ending included, and beginnings
// with # stand for folders of the project, as in package.json. A .js file of a package that is a module makes its neighbours
// modules, too: their package.json is the same. What is not there fails when it is read; all else is left to Node.
const { findPackageJSON, registerHooks } = require('node:module');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const HOUSE = pathToFileURL(join(__dirname, '..', '/')).href;
const PACKAGES = `${HOUSE}node_modules/`;

/** Of modules of packages whose name ends with .js: the folder whose package.json makes them modules. */
const folders = new Map();

registerHooks({
  resolve(specifier, context, next) {
    if (specifier.startsWith('node:')) return { url: specifier, format: 'builtin', shortCircuit: true };
    const from = context.parentURL ?? '';
    const at = from.startsWith(PACKAGES) ? besideModule(specifier, from) : ofOurs(specifier, from);
    if (at !== undefined) return { ...at, shortCircuit: true };
    const found = next(specifier, context);
    if (found.format === 'module' && found.url.endsWith('.js')) folders.set(found.url, folderOf(found.url));
    return found;
  },
});

function ofOurs(specifier, from) {
  if (!specifier.endsWith('.ts') || !from.startsWith(HOUSE)) return undefined;
  const format = 'module-typescript';
  if (specifier.startsWith('#')) return { url: HOUSE + specifier.slice(1), format };
  return specifier.startsWith('.') ? { url: new URL(specifier, from).href, format } : undefined;
}

function besideModule(specifier, from) {
  const folder = folders.get(from);
  if (folder === undefined || !specifier.startsWith('.') || !specifier.endsWith('.js')) return undefined;
  const url = new URL(specifier, from).href;
  if (!url.startsWith(folder)) return undefined;
  folders.set(url, folder);
  return { url, format: 'module' };
}

function folderOf(url) {
  return new URL('.', pathToFileURL(findPackageJSON(url))).href;
}
