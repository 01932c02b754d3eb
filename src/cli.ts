// The command line of the desk: the list of commands, and how each ends.
import { type Command, CommandFailed, inColumns, WrongUse } from './cli/command.ts';
import { ConfigError } from './config.ts';
import { BackupRefused } from './database/backup.ts';
import { DatabaseBusy, DatabaseUnusable } from './database/unusable.ts';
import { Forbidden, NotFound, RuleBroken } from './errors.ts';
import { CannotListen } from './http/server.ts';

const COMMANDS: Record<string, () => Promise<Command>> = {
  serve: async () => (await import('./cli/serve.ts')).serve,
  demo: async () => (await import('./cli/demo.ts')).demo,
  migrate: async () => (await import('./cli/migrate.ts')).migrateCommand,
  'person add': async () => (await import('./cli/person.ts')).personAdd,
  'person list': async () => (await import('./cli/person.ts')).personList,
  'person disable': async () => (await import('./cli/person.ts')).personDisable,
  'person password': async () => (await import('./cli/person.ts')).personPassword,
  'desk add': async () => (await import('./cli/desk.ts')).deskAdd,
  'desk list': async () => (await import('./cli/desk.ts')).deskList,
  'article add': async () => (await import('./cli/article.ts')).articleAdd,
  'article erase': async () => (await import('./cli/erase.ts')).articleErase,
  'source import': async () => (await import('./cli/source.ts')).sourceImport,
  'source export': async () => (await import('./cli/source.ts')).sourceExport,
  split: async () => (await import('./cli/split.ts')).splitCommand,
  reanchor: async () => (await import('./cli/split.ts')).reanchorCommand,
  consistency: async () => (await import('./cli/split.ts')).consistencyCommand,
  export: async () => (await import('./cli/export.ts')).exportCommand,
  backup: async () => (await import('./cli/backup.ts')).backup,
  restore: async () => (await import('./cli/backup.ts')).restore,
  reindex: async () => (await import('./cli/reindex.ts')).reindex,
  verify: async () => (await import('./cli/verify.ts')).verify,
  doctor: async () => (await import('./cli/doctor.ts')).doctor,
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

// Whoever pipes into `head` has read enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
process.exitCode = await run(process.argv.slice(2));

async function run(typed: string[]): Promise<number> {
  const name = nameIn(typed);
  const load = COMMANDS[name];
  const words = typed.slice(name.split(' ').length);
  if (load === undefined) return sayCommands(typed);
  const command = await load();
  const asks = words.slice(0, endOfOptions(words)).some((word) => word === '--help' || word === '-h');
  if (asks) {
    console.log(command.help(name));
    return 0;
  }
  try {
    await command.start(words);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    return sayError(error, name);
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
    console.log(list);
    return typed.length === 0 ? 2 : 0;
  }
  console.error(family.length > 0 ? `"${first}" needs one more word.` : `There is no command "${first}".`);
  console.error(`\n${list}`);
  return 2;
}

function sayError(error: unknown, name: string): number {
  if (error instanceof WrongUse) {
    console.error(`${error.message}\n"npm run claimdesk -- ${name} --help" explains it.`);
    return 2;
  }
  if (!SENTENCES.some((kind) => error instanceof kind)) throw error;
  console.error((error as Error).message);
  return 1;
}
