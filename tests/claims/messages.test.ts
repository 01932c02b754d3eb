// How often a save goes to PostgreSQL and back: most of what it costs there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeClaimKey } from '#src/claims/marking/commands.ts';
import { setVerdicts } from '#src/claims/marking/verdict-commands.ts';
import { getClaim } from '#src/claims/store.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { onEngine } from '#tests/support/engines.ts';
import { messagesOf } from '#tests/support/messages.ts';
import { openNewsroom } from '#tests/support/newsroom.ts';
import { mark, takeFerryIn, verdictOf } from '../workbench/support.ts';

onEngine('postgres', (engine) => {
  test('a star, a verdict, a new source and a mark go there a few times each, their commit included', async () => {
    const newsroom = await openNewsroom(engine);
    const ben = newsroom.ctxOf('ben');
    const ferry = await takeFerryIn(newsroom);
    const number = await mark(newsroom, ferry, 4, 'a cold morning');
    const content_verdict = await verdictOf(newsroom, 'ok');
    const { revision } = await getClaim(newsroom.db, ferry, { number });
    const saves = {
      star: () => changeClaimKey(ben, ferry.id, { number, is_key: true }),
      verdict: () => setVerdicts(ben, ferry.id, { number, revision: revision + 1, content_verdict }),
      source: () => addEvidence(ben, ferry.id, { number, source_line: 'https://port.example/log' }),
      mark: () => mark(newsroom, ferry, 6, 'explained the difference'),
    };
    const messages = [];
    for (const save of Object.values(saves)) messages.push(await messagesOf(save));
    assert.deepEqual(messages, [2, 2, 4, 6]);
  });
});
