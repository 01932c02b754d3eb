// Runs the command line as a person at a terminal does, in this process or in one of its own.
import { spawn } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { after } from 'node:test';
import { runCommand } from '#src/cli/run-command.ts';
import { readConfig } from '#src/config.ts';
import { sqliteFileOf } from '#src/database/sqlite-file.ts';
import { HOUSE } from '#tests/house-rules/source-files.ts';
import { sqliteTemplate } from '#tests/support/sqlite-template.ts';

export interface Outcome {
  code: number | null;
  out: string;
  err: string;
}

interface Given {
  data_dir: string;
  input?: string;
  env?: Record<string, string>;
}

/** Runs `claimdesk WORDS` in this folder of data, with `input` on its standard input. */
export async function claimdesk(words: string[], { data_dir, input = '', env = {} }: Given): Promise<Outcome> {
  const outcome: Outcome = { code: null, out: '', err: '' };
  const kept = (of: 'out' | 'err') =>
    new Writable({
      decodeStrings: false,
      write(piece, _, done) {
        outcome[of] += piece;
        done();
      },
    });
  outcome.code = await runCommand(words, {
    input: Readable.from(input === '' ? [] : [Buffer.from(input)], { objectMode: false }),
    output: kept('out'),
    errors: kept('err'),
    config: () => readConfig({ DATA_DIR: data_dir, ...env }),
    exit_code: 0,
  });
  return outcome;
}

/** The same in a process of its own: for what only a process has, its streams and its end. */
export async function claimdeskProcess(words: string[], { data_dir, input = '', env = {} }: Given): Promise<Outcome> {
  const child = spawn(process.execPath, ['--require', './scripts/preflight.cjs', 'src/cli.ts', ...words], {
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

/** The same with the database of a desk in it, all tables and no row. */
export async function folderWithTables(): Promise<string> {
  const folder = await freshFolder();
  await copyFile(await sqliteTemplate(), sqliteFileOf(folder));
  return folder;
}

const folders: string[] = [];
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));
