// Each file that tells of an account says where its claim has changed since, in both reports.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { takeClaims } from '#src/accounts/account-commands.ts';
import { gatherAccounts } from '#src/accounts/gather-accounts.ts';
import { askQuestion } from '#src/accounts/question-commands.ts';
import { refreshAccount } from '#src/accounts/renew-account-commands.ts';
import { getQuestion } from '#src/accounts/store.ts';
import { presentMark } from '#src/accounts/taken-from.ts';
import { getArticle } from '#src/articles/store.ts';
import { reviseArticle } from '#src/claims/revision/commands.ts';
import { BODY, takeCountsIn } from '#tests/accounts/support.ts';
import { onSqlite } from '#tests/support/engines.ts';
import { type Newsroom, openNewsroom } from '#tests/support/newsroom.ts';
import { everyFile } from './every-file.ts';
import { tablesOf } from './sheets.ts';

const TELLING = ['html', 'pdf', 'docx', 'md', 'xlsx', 'csv accounts', 'json'];
const WORDS = /Claim 1 now reads “About 80 fighters entered Lusk”, not “More than 100 fighters entered Lusk”\./;

onSqlite((engine) => {
  let newsroom: Newsroom;
  let id: string;

  before(async () => {
    newsroom = await openNewsroom(engine);
    const ben = newsroom.ctxOf('ben');
    id = (await getArticle(ben, await takeCountsIn(newsroom))).id;
    await askQuestion(ben, id, { point: 'How many fighters?', first: { claim_number: 1 } });
    await takeClaims(ben, { article_id: id, question: 1 }, 'all');
    const body = BODY.replace('More than 100 fighters', 'About 80 fighters');
    await reviseArticle(ben, id, { headline: 'Raid on Lusk', body, version: 1 });
  });

  async function files(audience: 'internal' | 'public') {
    const ben = newsroom.ctxOf('ben');
    return everyFile(ben, await getArticle(ben, id), audience);
  }

  test('both reports say it in each of their files, and of no other account', async () => {
    for (const audience of ['internal', 'public'] as const) {
      const written = await files(audience);
      for (const called of TELLING) {
        const file = written.find((one) => one.called === called);
        assert.match(file?.text ?? '', WORDS, `${audience} ${called}`);
      }
      const tables = tablesOf(written, 'accounts');
      assert.equal(tables.length, 2);
      for (const { called, rows } of tables) {
        const changed = rows.filter(({ changed_since }) => changed_since !== '');
        assert.deepEqual(
          changed.map(({ question, party, claim }) => [question, party, claim]),
          [['1', 'Toma Arrel', '1']],
          called,
        );
      }
    }
  });

  test('once it is taken as it is now, no file says it', async () => {
    const ben = newsroom.ctxOf('ben');
    const article = await getArticle(ben, id);
    const [account] = (await getQuestion(newsroom.db, id, 1)).accounts;
    assert.ok(account);
    const seen = presentMark(account, (await gatherAccounts(ben, article)).present);
    await refreshAccount(ben, { article_id: id, question: 1, account: account.id }, { seen });
    for (const audience of ['internal', 'public'] as const)
      for (const { text, called } of await files(audience))
        assert.doesNotMatch(text, /Claim 1 now reads/, `${audience} ${called}`);
  });
});
