// A desk that people opened by the program's own verbs, so that all of it is in the log.
import { takeArticleIn } from '#src/articles/commands.ts';
import { type Actor, type Context, systemContext } from '#src/context.ts';
import type { Db } from '#src/database/engine.ts';
import { lookPassagesUp } from '#src/evidence/lookup/commands.ts';
import { openDesk } from '#src/people/desks/commands.ts';
import { addPerson } from '#src/people/persons/commands.ts';
import type { Role } from '#src/people/tables.ts';
import { addSource } from '#src/sources/commands.ts';
import { keepCopy } from '#src/sources/snapshots/commands.ts';

const AT = '2026-03-12T16:20:00.000Z';
const PASSWORD = 'ink before the presses roll';

export interface RealDesk {
  slug: string;
  article_id: string;
  ada: Context;
  ben: Context;
}

export async function openRealDesk(db: Db): Promise<RealDesk> {
  const operator = systemContext(db, AT);
  const { slug } = await openDesk(operator, { name: 'City desk', time_zone: 'UTC', language: 'en' });
  const hire = async (display_name: string, role: Role): Promise<Context> => {
    const email = `${display_name.toLowerCase()}@newsroom.example`;
    const joins = { desk: slug, role };
    const { id } = await addPerson(operator, {
      email,
      display_name,
      password: PASSWORD,
      is_administrator: false,
      joins,
    });
    const actor: Actor = { kind: 'person', id, display_name, is_administrator: false };
    return { db, at: AT, actor };
  };
  const [ada, ben] = [await hire('Ada', 'editor'), await hire('Ben', 'reviewer')];
  const body = 'Six bombers attacked the city on Saturday. The governor said that 24 people were killed.';
  const { id: article_id } = await takeArticleIn(ada, slug, { headline: 'Attack on the city', body });
  return { slug, article_id, ada, ben };
}

/** The number of a new source with a saved copy. */
export async function addSourceWithCopy(ctx: Context, desk: string, title: string): Promise<number> {
  const { source } = await addSource(ctx, { desk, source_line: title, type: 'document' });
  const bytes = Buffer.from(`${title} says that 26 people were brought in dead on Saturday.`);
  await keepCopy(ctx, source.number, { how: 'paste', name: 'copy.txt', claimed: 'text/plain', bytes }, lookPassagesUp);
  return source.number;
}
