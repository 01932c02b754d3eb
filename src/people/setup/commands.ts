// The verb that makes the first person and the first desk, once, with a token.
import { INSTALLATION, record } from '#src/audit/log.ts';
import { type Context, nobodyContext, transact } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { NotFound, RuleBroken } from '#src/errors.ts';
import { insertDesk } from '../desk-store.ts';
import { readLanguage, readTimeZone } from '../desks/desk.ts';
import { makeMember } from '../make-member-commands.ts';
import { whyNotPassword } from '../password-rules.ts';
import { hashPassword } from '../passwords.ts';
import { countPersons, insertPerson } from '../person-store.ts';
import { deleteSetupTokens, insertSetupToken, isSetupToken } from '../setting-store.ts';
import { noteRefusal } from '../sign-in/refusal-book-commands.ts';
import { hashToken, makeToken } from '../tokens.ts';

export interface SetupInput {
  token: string;
  display_name: string;
  email: string;
  password: string;
  desk_name: string;
  time_zone: string;
  language: string;
}

/**
 * A new token for /setup, which ends those of earlier starts, not of servers that start together with this one; null once
 * there is a person. Only its hash is kept.
 */
export async function firstPersonToken(db: Db, at = new Date().toISOString()): Promise<string | null> {
  if ((await countPersons(db)) > 0) return null;
  const token = makeToken();
  await transact(nobodyContext(db, at), (ctx) => insertSetupToken(ctx.db, hashToken(token), at));
  return token;
}

/**
 * Makes the first person, administrator and editor of the first desk, and uses the token up. Returns the person's id.
 * Throws NotFound once there is a person, RuleBroken for a wrong token (noted) or what a field must not be.
 */
export async function setUpDesk(ctx: Context, input: SetupInput, address: string | null): Promise<string> {
  if ((await countPersons(ctx.db)) > 0) throw new NotFound();
  const time_zone = readTimeZone(input.time_zone);
  const language = readLanguage(input.language);
  const weak = whyNotPassword(input.password, input);
  if (weak) throw new RuleBroken(weak, 'password');
  // First the token: a stranger's guess must cost neither a hash nor a transaction.
  if (!(await isSetupToken(ctx.db, hashToken(input.token)))) return refuseToken(ctx, address);
  const password_hash = await hashPassword(input.password);
  const person_id = await transact(ctx, async (ctx) => {
    if (!(await deleteSetupTokens(ctx.db, hashToken(input.token)))) return null;
    const { email, display_name } = input;
    const person = await insertPerson(ctx, { email, display_name, password_hash, is_administrator: true });
    const desk = await insertDesk(ctx, { name: input.desk_name, time_zone, language });
    await recordSetup(ctx, person, desk);
    return person.id;
  });
  return person_id ?? refuseToken(ctx, address);
}

function refuseToken(ctx: Context, address: string | null): never {
  noteRefusal(ctx.db, { at: ctx.at, kind: 'setup.refused', address });
  throw new RuleBroken(
    'This is not the token that the terminal printed last. Each start of the program prints a new one.',
    'token',
  );
}

type Named = { id: string; number: number };

/** The first person did it, though nobody could be signed in yet. */
async function recordSetup(
  ctx: Context,
  person: Named & { display_name: string; email: string },
  desk: Named & { name: string; slug: string },
): Promise<void> {
  const { id, number, display_name, email } = person;
  const self: Context = { ...ctx, actor: { kind: 'person', id, display_name, is_administrator: true } };
  await record(self, {
    chain: INSTALLATION,
    verb: 'person.first_made',
    subject: `person:${id}`,
    after: { number, display_name, email },
  });
  const { name, slug } = desk;
  await record(self, {
    chain: INSTALLATION,
    verb: 'desk.opened',
    subject: `desk:${desk.id}`,
    after: { number: desk.number, name, slug },
  });
  await makeMember(self, { desk_id: desk.id, person_id: id, role: 'editor' });
}
