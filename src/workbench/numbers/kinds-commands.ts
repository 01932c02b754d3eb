// What sort of change fixes and corrections make: read once, then stored, so that they can be counted.
import { setImmediate as othersTurn } from 'node:timers/promises';
import { systemContext, transact } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { CHANGE_KINDS_VERSION, changeKindOf } from '#src/reading/consistency/change-kind.ts';
import { READING_VERSION } from '#src/reading/reading-version.ts';
import { listUnread, replaceKinds } from './kinds-store.ts';

/** Which reading tells the kinds now. */
const READ_BY = READING_VERSION * 1_000 + CHANGE_KINDS_VERSION;

const AT_A_TIME = 50;

/** Has the kinds of all fixes and corrections of these days stored. Others have their turn meanwhile. */
export async function readKinds(db: Db, days: { desk_id: string; since: string; until: string }): Promise<void> {
  const unread = await listUnread(db, { ...days, read_by: READ_BY });
  for (let first = 0; first < unread.length; first += AT_A_TIME) {
    const kinds = unread.slice(first, first + AT_A_TIME).map(({ id, old_words, new_words, language }) => ({
      change_id: id,
      kind: changeKindOf(old_words, new_words, language),
      read_by: READ_BY,
    }));
    await transact(systemContext(db), (ctx) => replaceKinds(ctx.db, kinds));
    await othersTurn();
  }
}
