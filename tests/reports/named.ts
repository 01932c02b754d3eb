// A desk that names its people in public, as tests of who checked want it.
import { changeStatement } from '#src/people/desks/statement-commands.ts';
import type { Newsroom } from '#tests/support/newsroom.ts';

export const COMPLAINTS_TO = 'desk@wire.example';

/** Ada lets the public read names, and says where complaints go. */
export async function namePeople(newsroom: Pick<Newsroom, 'ctxOf' | 'desks'>): Promise<void> {
  const said = { interests: '', complaints_to: COMPLAINTS_TO, answer_days: 10, names_public: true };
  await changeStatement(newsroom.ctxOf('ada'), newsroom.desks.foreign.slug, { ...said, revision: 0 });
}
