// Where a command reads and writes and how it ends: at the terminal, or at what a caller gives instead.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Readable, Writable } from 'node:stream';
import { type Config, loadConfig } from '#src/config.ts';

export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
  readonly errors: Writable;
  /** The settings. Throws ConfigError. */
  config(): Config;
  /** Of a command that did what was asked; 0 unless it says otherwise. */
  exit_code: number;
}

/** A stream of the process is opened by the first look at it. */
const OF_PROCESS: Terminal = {
  get input() {
    return process.stdin;
  },
  get output() {
    return process.stdout;
  },
  get errors() {
    return process.stderr;
  },
  config: loadConfig,
  exit_code: 0,
};

const given = new AsyncLocalStorage<Terminal>();

export function terminal(): Terminal {
  return given.getStore() ?? OF_PROCESS;
}

/** Does the work at this terminal instead of that of the process. */
export function atTerminal<Done>(instead: Terminal, work: () => Promise<Done>): Promise<Done> {
  return given.run(instead, work);
}

export function say(line: string): void {
  terminal().output.write(`${line}\n`);
}

/** What is wrong, or odd. */
export function sayError(line: string): void {
  terminal().errors.write(`${line}\n`);
}
