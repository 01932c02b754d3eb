// What is made of the program's own files at a first start, kept beside its packages for the next ones.
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from './project-folder.ts';

/** Where only whoever installed the packages writes, as what was compiled of the program lies there, too. */
const FOLDER = projectFolder('node_modules/.cache/claimdesk/made');

/**
 * The bytes under this name, or else those that `make` gives, kept for the next start. The name must say everything that
 * they are made of. Where nothing may be written, they are made each time.
 */
export async function keptBeside(name: string, make: () => Promise<Buffer>, folder = FOLDER): Promise<Buffer> {
  const file = join(folder, name);
  const kept = await readFile(file).catch(() => undefined);
  if (kept !== undefined) return kept;
  const made = await make();
  await write(file, made, folder).catch(() => undefined);
  return made;
}

/** Whole or not at all: several servers may start at once, and one may be killed. */
async function write(file: string, bytes: Buffer, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const half = join(folder, `${randomUUID()}.half`);
  try {
    await writeFile(half, bytes, { flag: 'wx' });
    await rename(half, file);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
}
