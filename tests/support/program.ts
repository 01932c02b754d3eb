// Runs one of the tests' own small programs in a process of its own, to be watched and killed.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** What scripts/preflight.cjs has every start do. */
const QUICK_IMPORTS = join(import.meta.dirname, '../../scripts/quick-imports.cjs');

export type Program = {
  readonly process: ChildProcess;
  /** Resolves when the program has printed this; rejects when it ends without. */
  said(words: string): Promise<void>;
  /** Waits for the end; all that it printed. */
  ended(): Promise<string>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
};

/**
 * NODE_OPTIONS for a program that loads this address before itself. It keeps what these tests were given: what is compiled is
 * found again under the same flags alone.
 */
export function nodeOptionsWith(address: string): string {
  return `${process.env.NODE_OPTIONS ?? ''} --import ${address}`;
}

/** Starts `node FILE ARGUMENTS` with these variables beside the usual ones. */
export function startProgram(file: string, programArguments: string[], env: Record<string, string> = {}): Program {
  const child = spawn(process.execPath, ['--require', QUICK_IMPORTS, file, ...programArguments], {
    env: { ...process.env, NODE_TEST_CONTEXT: undefined, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = once(child, 'close');
  let printed = '';
  const waiting: { words: string; heard: () => void }[] = [];
  const hear = (data: Buffer) => {
    printed += data;
    for (const { words, heard } of waiting) if (printed.includes(words)) heard();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return {
    process: child,
    async said(words) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      waiting.push({ words, heard: resolve });
      if (printed.includes(words)) resolve();
      end.then(() => reject(new Error(`The program ended without saying "${words}":\n${printed}`)));
      await promise;
    },
    async ended() {
      await end;
      return printed.trim();
    },
    async kill() {
      child.kill('SIGKILL');
      await end;
    },
  };
}
