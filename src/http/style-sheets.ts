// The style sheets of public/css in one text each, so that a browser asks once.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './project-folder.ts';

const FOLDER = projectFolder('public/css');
const IMPORT = /@import url\("([^"]+)"\)(?: layer\(([\w-]+)\))?;/g;

/**
 * The rules of a sheet without comments and white space, each `@import` replaced by the rules of the file that it names,
 * in its layer. `without` are files that are left out.
 */
export function wholeSheet(file: string, without: readonly string[] = []): string {
  return readFileSync(join(FOLDER, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(IMPORT, (_, name: string, layer?: string) => {
      if (without.includes(name)) return '';
      const rules = wholeSheet(name, without);
      return layer === undefined ? rules : `@layer ${layer} {\n${rules}\n}\n`;
    })
    .replace(/\s*\n\s*/g, '\n')
    .replace(/ ?\{\n/g, '{')
    .replace(/;?\n\}/g, '}')
    .replace(/([{};,])\n/g, '$1')
    .replace(/\n/g, ' ')
    .replace(/([{;])([\w-]+): /g, '$1$2:')
    .trim();
}
