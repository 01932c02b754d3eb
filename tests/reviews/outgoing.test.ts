// What a writer is to read is held against every confidential source of the article.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addAccount } from '#src/accounts/account-commands.ts';
import { askQuestion } from '#src/accounts/question-commands.ts';
import { RuleBroken } from '#src/errors.ts';
import { askQuery } from '#src/reviews/queries/commands.ts';
import { addSource } from '#src/sources/commands.ts';
import { onSqlite } from '#tests/support/engines.ts';
import { openNewsroom } from '#tests/support/newsroom.ts';
import { strikeAt } from './support.ts';

onSqlite((engine) => {
  test('a confidential source that only says something, and is no evidence, is not named to the writer either', async () => {
    const newsroom = await openNewsroom(engine);
    const ben = newsroom.ctxOf('ben');
    const { id } = await strikeAt(newsroom);
    const desk = newsroom.desks.foreign.slug;
    const card = { desk, source_line: 'Hyacinth ledger', author: 'Thaddeus Wrenfield', is_confidential: 1 } as const;
    const { source } = await addSource(ben, card);
    const { number: question } = await askQuestion(ben, id, { point: 'How many dockers?' });
    const said = { party_name: 'Zebediah Crane', party_role: '', value: '41', as_of: '', quote: 'forty-one of us' };
    await addAccount(ben, { article_id: id, question }, { ...said, from: `source ${source.number}` });
    for (const words of [
      'Did Crane say so?',
      'See the Hyacinth ledger.',
      'Ask Wrenfield.',
      'He said “forty-one of us”.',
    ])
      await assert.rejects(
        askQuery(ben, id, { to_whom: 'writer', question: words }),
        (error) => error instanceof RuleBroken && error.field === 'send_anyway',
        words,
      );
    assert.equal(await askQuery(ben, id, { to_whom: 'writer', question: 'Who counted them?' }), 1);
  });
});
