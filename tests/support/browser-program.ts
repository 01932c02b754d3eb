// The browser among our packages, unpacked once for this clone.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { HOUSE } from '../house-rules/source-files.ts';

/** What tests may keep from run to run: in the packages, so that it belongs to this clone and goes when they go. */
export const KEPT = join(HOUSE, 'node_modules', '.cache', 'claimdesk');

/**
 * The path of the browser: CHROME_PATH where set, else the packaged one. It is unpacked into a folder of its own, which is
 * put in its place when it is whole: nobody ever starts half a browser.
 */
export async function browserProgram(): Promise<string> {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  const folder = join(KEPT, `chromium-${await versionOf('@sparticuz/chromium')}`);
  if (!existsSync(folder)) await unpack(folder);
  return join(folder, 'chromium');
}

async function versionOf(name: string): Promise<string> {
  const file = join(dirname(fileURLToPath(import.meta.resolve(name))), '..', 'package.json');
  return JSON.parse(await readFile(file, 'utf8')).version;
}

/** The package unpacks into the folder for temporary files, wherever that is. */
async function unpack(folder: string): Promise<void> {
  await mkdir(KEPT, { recursive: true });
  const half = await mkdtemp(`${folder}-`);
  try {
    const program = "import chromium from '@sparticuz/chromium'; await chromium.executablePath();";
    const env = { ...process.env, NODE_TEST_CONTEXT: undefined, TMPDIR: half, TMP: half, TEMP: half };
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], { cwd: HOUSE, env });
    await rename(half, folder).catch((error: unknown) => {
      // Somebody else was first: theirs is as good.
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(half, { recursive: true, force: true });
  }
}
