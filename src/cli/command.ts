// What a command of the command line is: its words, its help, and how it reads what was typed.
import { parseArgs } from 'node:util';

/** The command was typed in a way it does not understand. cli.ts prints the message and how it goes, and exits 2. */
export class WrongUse extends Error {
  override name = 'WrongUse';
}

/** The command could not do what was asked. The message is a sentence; cli.ts prints it and exits 1. */
export class CommandFailed extends Error {
  override name = 'CommandFailed';
}

interface Option {
  type: 'string' | 'boolean';
  /** What its value is called in the help, like EMAIL. */
  value?: string;
  help: string;
}

type Options = Record<string, Option>;
type Values<Of extends Options> = { [Name in keyof Of]?: Of[Name]['type'] extends 'string' ? string : boolean };

export interface CommandParts<Of extends Options> {
  /** What stands behind its name, without the options: `FILE`, `[FILE]`. */
  words?: string;
  /** One line for the list of commands. */
  summary: string;
  /** More for its own help. */
  details?: string;
  options?: Of;
  run(typed: { values: Values<Of>; words: string[] }): Promise<void>;
}

export interface Command {
  summary: string;
  /** Help in full, for a command of this name. */
  help(name: string): string;
  /** Reads the words behind its name and does it. Throws WrongUse, CommandFailed, or what the verb throws. */
  start(typed: string[]): Promise<void>;
}

/** Makes a command of its parts. The number of words it takes is read from `words`: those in brackets may be left out. */
export function command<const Of extends Options = Record<never, never>>(parts: CommandParts<Of>): Command {
  const names = parts.words?.split(' ') ?? [];
  const needed = names.filter((name) => !name.startsWith('['));
  return {
    summary: parts.summary,
    help: (name) => helpOf(name, parts),
    start: async (typed) => {
      const { values, positionals } = read(typed, parts.options ?? {});
      const missing = needed[positionals.length];
      if (missing !== undefined) throw new WrongUse(`${missing} is missing.`);
      if (positionals.length > names.length) throw new WrongUse(`"${positionals[names.length]}" is not expected here.`);
      await parts.run({ values: values as Values<Of>, words: positionals });
    },
  };
}

function read(typed: string[], options: Options) {
  const known = Object.fromEntries(Object.entries(options).map(([name, { type }]) => [name, { type }]));
  try {
    return parseArgs({ args: typed, options: known, allowPositionals: true, strict: true });
  } catch (error) {
    throw new WrongUse((error as Error).message.split('. ')[0]?.concat('.') ?? '');
  }
}

function helpOf(name: string, { words, summary, details, options = {} as never }: CommandParts<Options>): string {
  const lines = Object.entries({ ...options, help: { type: 'boolean', help: 'Print this.' } } as Options).map(
    ([option, { value, help }]): [string, string] => [`--${option}${value ? ` ${value}` : ''}`, help],
  );
  const usage = ['npm run claimdesk --', name, words, Object.keys(options).length > 0 ? '[OPTIONS]' : ''];
  return [usage.filter(Boolean).join(' '), summary, details, inColumns(lines)].filter(Boolean).join('\n\n');
}

/** Two columns, the second one aligned. */
export function inColumns(lines: [string, string][]): string {
  const width = Math.max(...lines.map(([first]) => first.length)) + 2;
  return lines.map(([first, second]) => `  ${first.padEnd(width)}${second}`).join('\n');
}
