// `person`: who signs in. Adding, listing, disabling, and a new password for somebody who lost theirs.
import type { Context } from '#src/context.ts';
import { findPersonByEmail, listPersons, type Person } from '#src/people/person-store.ts';
import { addPerson, disablePerson, givePassword } from '#src/people/persons/commands.ts';
import type { Role } from '#src/people/tables.ts';
import { makeToken } from '#src/people/tokens.ts';
import { CommandFailed, command, WrongUse } from './command.ts';
import { AS, atDesk } from './database.ts';
import { readLineOfInput } from './files.ts';
import { JSON_OPTION, printRows } from './print.ts';
import { say } from './terminal.ts';

const ROLES: Role[] = ['editor', 'reviewer', 'legal', 'guest'];
const PASSWORD = {
  password: {
    type: 'string',
    value: '-',
    help: 'Read the password from standard input; by default one is created and printed once.',
  },
} as const;

export const personAdd = command({
  words: 'EMAIL',
  summary: 'Add a person who can sign in at once.',
  options: {
    name: { type: 'string', value: 'NAME', help: 'The name as the desk shows it. Required.' },
    desk: { type: 'string', value: 'SLUG', help: 'A desk to join.' },
    role: { type: 'string', value: 'ROLE', help: 'editor, reviewer, legal or guest of that desk (reviewer).' },
    administrator: { type: 'boolean', help: 'Let the person manage people and desks.' },
    ...PASSWORD,
    ...AS,
  },
  async run({ values, words: [email = ''] }) {
    if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new WrongUse(`"${email}" is not an email address.`);
    if (!values.name?.trim()) throw new WrongUse('--name is missing.');
    const display_name = values.name.trim();
    const joins = values.desk === undefined ? null : { desk: values.desk, role: roleIn(values.role) };
    const { password, line } = await newPassword(values.password);
    await atDesk(
      values.as,
      async (ctx) => {
        const is_administrator = values.administrator ?? false;
        const person = await addPerson(ctx, { email, display_name, password, is_administrator, joins });
        say(`Person ${person.number}, ${display_name}, signs in with ${email}.${line}`);
      },
      'may_begin',
    );
  },
});

export const personList = command({
  summary: 'List everybody who has an account.',
  options: { ...JSON_OPTION },
  async run({ values }) {
    const persons = await atDesk(undefined, (ctx) => listPersons(ctx.db));
    const rows = persons.map(({ number, display_name, email, is_administrator, disabled_at }) => ({
      number,
      name: display_name,
      email,
      administrator: is_administrator === 1,
      disabled: disabled_at !== null,
    }));
    printRows(rows, values.json);
  },
});

export const personDisable = command({
  words: 'EMAIL',
  summary: 'Disable a person at once; what they did stays on record.',
  options: { ...AS },
  async run({ values, words: [email = ''] }) {
    await atDesk(values.as, async (ctx) => {
      const { number, display_name } = await personOf(ctx, email);
      await disablePerson(ctx, number);
      say(`${display_name} is disabled: every session has ended.`);
    });
  },
});

export const personPassword = command({
  words: 'EMAIL',
  summary: 'Give a person a new password and end their sessions.',
  options: { ...PASSWORD, ...AS },
  async run({ values, words: [email = ''] }) {
    const { password, line } = await newPassword(values.password);
    await atDesk(values.as, async (ctx) => {
      const person = await personOf(ctx, email);
      await givePassword(ctx, person, password);
      say(`${person.display_name} has a new password.${line}`);
    });
  },
});

async function personOf(ctx: Context, email: string): Promise<Person> {
  const person = await findPersonByEmail(ctx.db, email);
  if (!person) throw new CommandFailed(`Nobody signs in with ${email}. "person list" shows everybody.`);
  return person;
}

/** A password never stands among the words of a command, where other users of the machine could read it. */
async function newPassword(option: string | undefined): Promise<{ password: string; line: string }> {
  if (option !== undefined && option !== '-')
    throw new WrongUse('--password takes only "-": the password comes through standard input.');
  if (option === '-') return { password: await readLineOfInput(), line: '' };
  const password = makeToken().slice(0, 24);
  return { password, line: `\nPassword, shown this once: ${password}` };
}

function roleIn(role = 'reviewer'): Role {
  if (!ROLES.includes(role as Role))
    throw new WrongUse(`There is no role "${role}": editor, reviewer, legal or guest.`);
  return role as Role;
}
