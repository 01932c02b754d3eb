// However claims and articles change, what waits for whom is counted with each change.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertCounted } from '#tests/support/counted.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { behindTheLog } from '#tests/support/held.ts';
import { openNewsroom } from '#tests/support/newsroom.ts';
import { mark, takeFerryIn } from '../workbench/support.ts';

const STEPS = 120;
const TIMES = [null, '2026-03-14T17:00:00.000Z', '2026-03-15T09:00:00.000Z'];
const STATES = ['open', 'in_work', 'returned', 'ready', 'withdrawn'] as const;

/** The same numbers in each run. */
function dice(seed: number): <Of>(of: readonly Of[]) => Of {
  let last = seed;
  return <Of>(of: readonly Of[]) => {
    last = (last * 1_103_515_245 + 12_345) % 2 ** 31;
    return of[Math.floor((last / 2 ** 31) * of.length)] as Of;
  };
}

onEachEngine((engine) => {
  test('what waits is what was counted, whatever state, hands, time or article a claim comes to', async () => {
    const newsroom = await openNewsroom(engine);
    const { persons } = newsroom;
    const db = behindTheLog(newsroom.db);
    for (const headline of ['First', 'Second']) {
      const ferry = await takeFerryIn(newsroom, { headline });
      await mark(newsroom, ferry, 2, 'seven passengers');
      await mark(newsroom, ferry, 4, 'a cold morning');
      await mark(newsroom, ferry, 5, '190 people');
    }
    const claims = await db.selectFrom('claim').select(['id', 'article_id']).execute();
    const one = dice(20260314);
    let most = 0;
    const people = [null, persons.ada.id, persons.ben.id, persons.cleo.id];
    for (let step = 0; step < STEPS; step += 1) {
      const { id, article_id } = one(claims);
      const same = claims.filter((claim) => claim.article_id === article_id && claim.id !== id);
      const changes = {
        state: one(STATES),
        assignee_id: one(people),
        checker_id: one(people),
        due_at: one(TIMES),
        same_as_id: one([null, null, one(same).id]),
      };
      const some = Object.fromEntries(Object.entries(changes).filter(() => one([true, false])));
      if (Object.keys(some).length > 0) await db.updateTable('claim').set(some).where('id', '=', id).execute();
      if (step % 5 === 0)
        await db
          .updateTable('article')
          .set({ deadline_at: one(TIMES) })
          .where('id', '=', article_id)
          .execute();
      if (step % 7 === 0)
        await db
          .updateTable('article')
          .set({ put_away_at: one(TIMES) })
          .where('id', '=', article_id)
          .execute();
      await assertCounted(db);
      most = Math.max(
        most,
        ...(await db.selectFrom('claim_waiting').select('claims').execute()).map(({ claims }) => claims),
      );
    }
    assert.ok(most > 1, 'no two claims waited for one person in one way');
  });
});
