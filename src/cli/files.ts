// The files that commands read and write; `-` is standard input.
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CommandFailed } from './command.ts';
import { terminal } from './terminal.ts';

/** The bytes and the name of a file, or of what comes through standard input. Throws CommandFailed. */
export async function readGivenFile(path: string): Promise<{ name: string; bytes: Buffer }> {
  if (path === '-') return { name: 'standard input', bytes: await readStandardInput() };
  try {
    return { name: basename(path), bytes: await readFile(path) };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new CommandFailed(`There is no file ${path}.`);
    if (code === 'EISDIR') throw new CommandFailed(`${path} is a folder. Name a file.`);
    throw new CommandFailed(`${path} could not be read: ${message}.`);
  }
}

/**
 * Writes a file, in the place of one of that name; without a path or with `-` to standard output. Where the pieces break
 * off, their error is thrown and no half file stays. Throws CommandFailed where the file cannot be written.
 */
export async function writePieces(path: string | undefined, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  if (path === undefined || path === '-') return pipeline(Readable.from(pieces), terminal().output, { end: false });
  try {
    await writeFile(path, pieces);
  } catch (error) {
    const { syscall, message } = error as NodeJS.ErrnoException;
    if (syscall !== undefined) throw new CommandFailed(`${path} could not be written: ${message}.`);
    if ((await stat(path)).isFile()) await rm(path);
    throw error;
  }
}

/** The first line of standard input, for what must not stand among the words of a command. */
export async function readLineOfInput(): Promise<string> {
  return (await readStandardInput()).toString('utf8').split(/\r?\n/, 1)[0] ?? '';
}

async function readStandardInput(): Promise<Buffer> {
  const blocks: Buffer[] = [];
  for await (const block of terminal().input) blocks.push(Buffer.from(block));
  return Buffer.concat(blocks);
}
