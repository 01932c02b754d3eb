// How a command reaches the desk: the database of the settings, and as whom it acts there.
import { existsSync } from 'node:fs';
import { type Context, systemContext } from '#src/context.ts';
import { openDatabase } from '#src/database/connect.ts';
import { requireCurrentSchema, schemaState } from '#src/database/migrate.ts';
import { sqliteFileOf } from '#src/database/sqlite-file.ts';
import { NotFound } from '#src/errors.ts';
import { findPersonByEmail } from '#src/people/person-store.ts';
import { CommandFailed } from './command.ts';
import { terminal } from './terminal.ts';

/** The option of every command that acts for somebody. */
export const AS = {
  as: {
    type: 'string',
    value: 'EMAIL',
    help: 'Act as this person; by default as operator, who never closes a claim.',
  },
} as const;

/**
 * Opens the desk beside a server that may be running, does the work as that person or as operator, and closes it. Where
 * there is no desk yet, only a command that `may_begin` makes one: a backup of a mistyped folder must not succeed.
 */
export async function atDesk<T>(
  email: string | undefined,
  work: (ctx: Context) => Promise<T>,
  begins?: 'may_begin',
): Promise<T> {
  const config = terminal().config();
  const is_new = config.database_url === null && !existsSync(sqliteFileOf(config.data_dir));
  if (is_new && !begins) throw new CommandFailed(`There is no desk in ${config.data_dir}. Is DATA_DIR right?`);
  const database = await openDatabase(config);
  try {
    if (!begins && (await schemaState(database.db)) === 'empty')
      throw new CommandFailed('There is no desk in this database yet. "npm start" makes one.');
    await requireCurrentSchema(database.db);
    const operator = systemContext(database.db);
    return await work(email === undefined ? operator : await asPerson(operator, email));
  } finally {
    await database.close();
  }
}

/** The same answer as `looking` gives, with this sentence where there is no such thing. */
export async function orSay<T>(sentence: string, looking: Promise<T>): Promise<T> {
  try {
    return await looking;
  } catch (error) {
    if (error instanceof NotFound) throw new CommandFailed(sentence);
    throw error;
  }
}

async function asPerson(ctx: Context, email: string): Promise<Context> {
  const person = await findPersonByEmail(ctx.db, email);
  if (!person) throw new CommandFailed(`Nobody signs in with ${email}. "person list" shows everybody.`);
  if (person.disabled_at !== null) throw new CommandFailed(`${person.display_name} is disabled and can do nothing.`);
  const { id, display_name } = person;
  return { ...ctx, actor: { kind: 'person', id, display_name, is_administrator: person.is_administrator === 1 } };
}
