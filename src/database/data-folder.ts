// The folder of the desk's file: made, or a sentence that says why it cannot be.
import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { codeOf } from './engine.ts';
import { DatabaseUnusable } from './unusable.ts';

const NOT_ALLOWED = ['EACCES', 'EPERM', 'EROFS'];

/**
 * Sees to it that this folder is there, for this user alone where it is new, and may be written. Throws DatabaseUnusable.
 * Each missing folder is made by itself: Node's own `recursive` never ends where the system takes no folder, as in /proc.
 */
export function makeDataFolder(folder: string): void {
  const whole = resolve(folder);
  for (const missing of missingFolders(whole)) makeFolder(missing, whole);
  try {
    accessSync(whole, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw unusable(`This user may not write in the folder ${whole}`, error);
  }
}

/** The folder and those above it that are not there yet, the uppermost first. */
function missingFolders(whole: string): string[] {
  const missing: string[] = [];
  for (let path = whole; !isFolder(path, whole); path = dirname(path)) missing.unshift(path);
  return missing;
}

function isFolder(path: string, whole: string): boolean {
  try {
    const found = statSync(path);
    if (!found.isDirectory()) throw unusable(`The folder ${whole} cannot be made, since ${path} is a file`);
    return true;
  } catch (error) {
    if (error instanceof DatabaseUnusable) throw error;
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error)) && dirname(path) !== path) return false;
    throw unusable(`The folder ${whole} cannot be looked at`, error);
  }
}

function makeFolder(path: string, whole: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another process was faster.
    if (codeOf(error) === 'EEXIST') return;
    const why = NOT_ALLOWED.includes(codeOf(error))
      ? `this user may not write in ${dirname(path)}`
      : `${dirname(path)} takes no new folder (${codeOf(error)})`;
    throw unusable(`The folder ${whole} cannot be made: ${why}`, error);
  }
}

function unusable(what: string, cause?: unknown): DatabaseUnusable {
  return new DatabaseUnusable(`${what}. Give DATA_DIR the path of a folder that this user may write.`, { cause });
}
