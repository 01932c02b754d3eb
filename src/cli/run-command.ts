// The list of commands, and how each ends.
import { ConfigError } from '#src/config.ts';
import { BackupRefused } from '#src/database/backup.ts';
import { DatabaseBusy, DatabaseUnusable } from '#src/database/unusable.ts';
import { Forbidden, NotFound, RuleBroken } from '#src/errors.ts';
import { CannotListen } from '#src/http/server.ts';
import { type Command, CommandFailed, inColumns, WrongUse } from './command.ts';
import { atTerminal, say, sayError, type Terminal, terminal } from './terminal.ts';

const COMMANDS: Record<string, () => Promise<Command>> = {
  serve: async () => (await import('./serve.ts')).serve,
  demo: async () => (await import('./demo.ts')).demo,
  migrate: async () => (await import('./migrate.ts')).migrateCommand,
  'person add': async () => (await import('./person.ts')).personAdd,
  'person list': async () => (await import('./person.ts')).personList,
  'person disable': async () => (await import('./person.ts')).personDisable,
  'person password': async () => (await import('./person.ts')).personPassword,
  'desk add': async () => (await import('./desk.ts')).deskAdd,
  'desk list': async () => (await import('./desk.ts')).deskList,
  'article add': async () => (await import('./article.ts')).articleAdd,
  'article erase': async () => (await import('./erase.ts')).articleErase,
  'claim import': async () => (await import('./claim-import.ts')).claimImport,
  'claim export': async () => (await import('./claim-export.ts')).claimExport,
  'source import': async () => (await import('./source.ts')).sourceImport,
  'source retractions': async () => (await import('./source-retractions.ts')).sourceRetractions,
  'source export': async () => (await import('./source.ts')).sourceExport,
  split: async () => (await import('./split.ts')).splitCommand,
  reanchor: async () => (await import('./split.ts')).reanchorCommand,
  consistency: async () => (await import('./split.ts')).consistencyCommand,
  export: async () => (await import('./export.ts')).exportCommand,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./backup.ts')).restore,
  reindex: async () => (await import('./reindex.ts')).reindex,
  verify: async () => (await import('./verify.ts')).verify,
  doctor: async () => (await import('./doctor.ts')).doctor,
};

const SENTENCES = [
  ConfigError,
  DatabaseUnusable,
  DatabaseBusy,
  BackupRefused,
  CannotListen,
  CommandFailed,
  NotFound,
  Forbidden,
  RuleBroken,
];

/** Runs the command that these words name, at this terminal or at that of the process, and gives back its exit code. */
export function runCommand(typed: string[], instead?: Terminal): Promise<number> {
  return instead === undefined ? run(typed) : atTerminal(instead, () => run(typed));
}

async function run(typed: string[]): Promise<number> {
  const name = nameIn(typed);
  const load = COMMANDS[name];
  const words = typed.slice(name.split(' ').length);
  if (load === undefined) return sayCommands(typed);
  const command = await load();
  const asks = words.slice(0, endOfOptions(words)).some((word) => word === '--help' || word === '-h');
  if (asks) {
    say(command.help(name));
    return 0;
  }
  try {
    await command.start(words);
    return terminal().exit_code;
  } catch (error) {
    return sayFailure(error, name);
  }
}

/** The longest name of a command with which the words begin, or ''. */
function nameIn([first = '', second = '']: string[]): string {
  return [`${first} ${second}`, first].find((name) => Object.hasOwn(COMMANDS, name)) ?? '';
}

function endOfOptions(words: string[]): number {
  const end = words.indexOf('--');
  return end < 0 ? words.length : end;
}

/** The whole list, or the commands that begin with the first word. Wrong use, unless help was asked for. */
async function sayCommands(typed: string[]): Promise<number> {
  const [first = ''] = typed;
  const family = Object.keys(COMMANDS).filter((name) => name.startsWith(`${first} `));
  const names = family.length > 0 ? family : Object.keys(COMMANDS);
  const lines = await Promise.all(
    names.map(async (name): Promise<[string, string]> => [name, (await COMMANDS[name]?.())?.summary ?? '']),
  );
  const list = `npm run claimdesk -- COMMAND\n\n${inColumns(lines)}\n\n"COMMAND --help" says more about each.`;
  if (typed.length === 0 || typed.includes('--help') || first === 'help' || first === '-h') {
    say(list);
    return typed.length === 0 ? 2 : 0;
  }
  sayError(family.length > 0 ? `"${first}" needs one more word.` : `There is no command "${first}".`);
  sayError(`\n${list}`);
  return 2;
}

function sayFailure(error: unknown, name: string): number {
  if (error instanceof WrongUse) {
    sayError(`${error.message}\n"npm run claimdesk -- ${name} --help" explains it.`);
    return 2;
  }
  if (!SENTENCES.some((kind) => error instanceof kind)) throw error;
  sayError((error as Error).message);
  return 1;
}
