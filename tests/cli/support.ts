// Runs the command line as a person at a terminal does.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { HOUSE } from '#tests/house-rules/source-files.ts';

export interface Outcome {
  code: number | null;
  out: string;
  err: string;
}

/** Runs `claimdesk WORDS` in this folder of data, with `input` on its standard input. */
export async function claimdesk(
  words: string[],
  { data_dir, input = '', env = {} }: { data_dir: string; input?: string; env?: Record<string, string> },
): Promise<Outcome> {
  const child = spawn(process.execPath, [join(HOUSE, 'src/cli.ts'), ...words], {
    cwd: HOUSE,
    env: {
      ...process.env,
      NODE_TEST_CONTEXT: undefined,
      DATABASE_URL: '',
      HOST: '',
      PORT: '',
      DATA_DIR: data_dir,
      ...env,
    },
  });
  const outcome: Outcome = { code: null, out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    outcome.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    outcome.err += text;
  });
  // A command that does not read its input may be gone before all of it is written.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  await new Promise((resolve) => child.on('close', resolve));
  outcome.code = child.exitCode;
  return outcome;
}

/** A new empty folder, removed when the tests of the file have ended. */
export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'claimdesk-cli-'));
  folders.push(folder);
  return folder;
}

const folders: string[] = [];
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));
