// The build: a short hash of everything that shapes a page, for caching.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { lazily } from '#src/lazily.ts';
import { projectFolder } from './project-folder.ts';

const SHAPES_A_PAGE = ['public', 'views', 'src'];

/** Twelve hexadecimal digits that change whenever a view, a style, a script or the program changes. Read once, when first asked for. */
export const build = lazily(() => hashFolders(SHAPES_A_PAGE.map(projectFolder)));

function hashFolders(folders: string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      const path = join(folder, name);
      if (statSync(path).isFile()) hash.update(name).update('\0').update(readFileSync(path));
    }
  }
  return hash.digest('hex').slice(0, 12);
}

/** The version of the program, as package.json names it. */
export const VERSION: string = JSON.parse(readFileSync(projectFolder('package.json'), 'utf8')).version;
