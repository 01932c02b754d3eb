// Nobody reads their own claim second: by no page, list or forged form, not after coming back, not by hand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { takeArticleIn } from '#src/articles/commands.ts';
import { markClaim } from '#src/claims/marking/commands.ts';
import { setVerdicts } from '#src/claims/marking/verdict-commands.ts';
import { getClaim } from '#src/claims/store.ts';
import { addMember, changeMemberRole, removeMember } from '#src/people/desks/member-commands.ts';
import { listVerdicts } from '#src/people/verdict-store.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { behindTheLog } from '#tests/support/held.ts';
import { emailOf, type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';

const SLUG = 'foreign-desk';

/** A plain claim of Ben's that is waiting for its second read. */
async function bensClaim(desk: NewsroomDesk): Promise<{ id: string; revision: number }> {
  const ben = desk.ctxOf('ben');
  const { id } = await takeArticleIn(ben, SLUG, { headline: 'Fog', body: 'Forty boats lay off Tarn on Friday.' });
  await markClaim(ben, id, { selection: { sentence: 2, words: 'Forty boats' }, is_key: false });
  const { revision } = await getClaim(desk.db, { id }, { number: 1 });
  const ok = (await listVerdicts(desk.db, desk.desks.foreign.id)).find(({ meaning }) => meaning === 'ok');
  await setVerdicts(ben, id, { number: 1, revision, content_verdict: String(ok?.id), verdict_sentence: '' });
  return { id, revision: (await getClaim(desk.db, { id }, { number: 1 })).revision };
}

async function stateOf({ db }: NewsroomDesk, id: string): Promise<string> {
  return (await getClaim(db, { id }, { number: 1 })).state;
}

onEachEngine((engine) => {
  test('one’s own claim is closed by no door', async () => {
    const desk = await startNewsroom(engine);
    behindTheLog(desk.db);
    const { id, revision } = await bensClaim(desk);
    assert.equal(await stateOf(desk, id), 'ready');
    const ben = await desk.visitor('ben');
    const forged = async (why: string) => {
      await ben.send('/articles/1/claims/1/closure', { revision: String(revision) });
      assert.ok([403, 409, 422].includes(ben.status), `${why}: ${ben.status}`);
      await ben.send('/articles/1/second-read', { claims: `1:${revision}` });
      assert.equal(await stateOf(desk, id), 'ready', why);
    };

    await ben.visit('/articles/1/claims/1');
    assert.equal(ben.all('form').filter((form) => form.getAttribute('action')?.includes('/closure')).length, 0);
    await ben.visit('/articles/1/second-read');
    assert.equal(ben.all('input[name=claims]').length, 0, 'the list offers it to others alone');
    await forged('by a forged form');

    const ada = desk.ctxOf('ada');
    const { number } = desk.persons.ben;
    await changeMemberRole(ada, SLUG, { number, role: 'editor' });
    await forged('as an editor');
    await removeMember(ada, SLUG, number);
    await addMember(ada, SLUG, { email: emailOf('ben'), role: 'reviewer' });
    await forged('after joining again');

    const checker = desk.persons.ben.id;
    const by_hand = sql`update claim set state = 'closed', second_reader_id = ${checker}, closed_at = ${desk.at}`;
    await assert.rejects(by_hand.execute(desk.db), /check/i);
    await assert.rejects(sql`update claim set second_reader_id = ${checker}`.execute(desk.db), /check/i);
    assert.equal(await stateOf(desk, id), 'ready');
    await desk.close();
  });
});
