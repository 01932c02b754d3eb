// The script of every page: src/browser/*.ts with their types taken off, joined at start into one file.
import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectFolder } from './project-folder.ts';

const FOLDER = projectFolder('src/browser');
const IMPORT = /^import(?: \{([^}]*)\} from)? '\.\/([\w-]+)\.ts';$/gm;
const EXPORT = /^export (?=(?:async )?function (\w+)|const (\w+))/gm;

/**
 * One classic script. It runs the modules that its tag names in `data-run`, each with what it imports and once; what a page
 * does not name does nothing there. Throws where a module imports or exports in a way that this does not know.
 */
export function browserScript(): string {
  return `(() => {
'use strict';
const made = {};
const need = (name) => (made[name] ??= modules[name]());
const modules = {
${moduleNames()
  .map((name) => `'${name.slice(0, -3)}': () => {\n${asFunction(name)}},`)
  .join('\n')}
};
for (const name of document.currentScript.dataset.run.split(' ')) need(name);
})();
`;
}

/** All that decides over the script's bytes: the modules, what joins them and what takes their types off. */
export function browserSources(): Buffer {
  const files = [fileURLToPath(import.meta.url), ...moduleNames().map((name) => join(FOLDER, name))];
  return Buffer.concat([Buffer.from(process.version), ...files.map((file) => readFileSync(file))]);
}

function moduleNames(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .sort();
}

/** The body of a function that runs the module and returns what it exports. */
function asFunction(name: string): string {
  const exported: string[] = [];
  const script = stripTypeScriptTypes(readFileSync(join(FOLDER, name), 'utf8'))
    .replace(/^\s*(?:\/\/.*|\/\*[\s\S]*?\*\/)$/gm, '')
    .replace(IMPORT, (_, wanted: string | undefined, from: string) =>
      wanted === undefined ? `need('${from}');` : `const {${wanted.replaceAll(' as ', ': ')}} = need('${from}');`,
    )
    .replace(EXPORT, (_, called?: string, constant?: string) => {
      exported.push(called ?? constant ?? '');
      return '';
    });
  if (/^(?:import|export)\b|^await\b|\bimport\.meta\b/m.test(script))
    throw new Error(`src/browser/${name} imports or exports in a way that the joined script does not know`);
  // Where a type was there are blanks; no sentence of ours has two of them in a row.
  const packed = script.replace(/\s*\n\s*/g, '\n').replace(/ {2,}/g, ' ');
  return `${packed.trim()}\nreturn {${exported.join(', ')}};\n`;
}
