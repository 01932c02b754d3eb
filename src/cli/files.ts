// The files that commands read and write; `-` is standard input.
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { CommandFailed } from './command.ts';

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

/** Writes a file, in the place of one of that name. Throws CommandFailed. */
export async function writeGivenFile(path: string, bytes: Buffer): Promise<void> {
  try {
    await writeFile(path, bytes);
  } catch (error) {
    throw new CommandFailed(`${path} could not be written: ${(error as Error).message}.`);
  }
}

/** The first line of standard input, for what must not stand among the words of a command. */
export async function readLineOfInput(): Promise<string> {
  return (await readStandardInput()).toString('utf8').split(/\r?\n/, 1)[0] ?? '';
}

async function readStandardInput(): Promise<Buffer> {
  const blocks: Buffer[] = [];
  for await (const block of process.stdin) blocks.push(Buffer.from(block));
  return Buffer.concat(blocks);
}
