// The verbs of who says what on both engines.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addAccount, takeClaims } from '#src/accounts/account-commands.ts';
import { changeAccount, withdrawAccount } from '#src/accounts/change-account-commands.ts';
import { KEPT_BACK, seenBy } from '#src/accounts/from-source.ts';
import { plotOf } from '#src/accounts/plots/plot-rows.ts';
import { askQuestion, changeQuestion } from '#src/accounts/question-commands.ts';
import { sayWhatCopyShows, setRule } from '#src/accounts/rule-commands.ts';
import { getQuestion, listQuestions } from '#src/accounts/store.ts';
import { copyStateIn } from '#src/articles/article-passage.ts';
import { getArticle } from '#src/articles/store.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import { verifyLog } from '#src/audit/verify.ts';
import { withdrawClaim } from '#src/claims/marking/commands.ts';
import { reviseArticle } from '#src/claims/revision/commands.ts';
import { Forbidden, NotFound, RuleBroken, StaleEdit } from '#src/errors.ts';
import { buildInternalReport, buildReport } from '#src/reports/build.ts';
import { addSource } from '#src/sources/commands.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { type Newsroom, openNewsroom } from '#tests/support/newsroom.ts';
import { accountEventsOf, BODY, takeCountsIn } from './support.ts';

const POINT = 'How many fighters?';
const typed = { party_name: 'Police', party_role: '', value: '25', as_of: '', quote: '', from: '' };

onEachEngine((engine) => {
  async function opened() {
    const newsroom = await openNewsroom(engine);
    const number = await takeCountsIn(newsroom);
    const ben = newsroom.ctxOf('ben');
    const article = await getArticle(ben, number);
    await askQuestion(ben, article.id, { point: POINT, first: { claim_number: 1 } });
    const at = { article_id: article.id, question: 1 };
    const question = () => getQuestion(newsroom.db, article.id, 1);
    return { newsroom, ben, article, at, question };
  }

  async function countOf(newsroom: Newsroom): Promise<number> {
    return (await newsroom.db.selectFrom('log').select('number').execute()).length;
  }

  engine.rule('done twice is done once, and the log has it once', async () => {
    const { newsroom, ben, article, at, question } = await opened();
    await takeClaims(ben, at, 'all');
    await addAccount(ben, at, typed);
    const { revision } = await question();
    const rule = { rule: 'range', rule_sentence: 'Both are given.', preferred: '', revision } as const;
    await setRule(ben, at, rule);
    const shows = { copy_shows: 'yes', copy_sentence: 3, copy_words: '', copy_reason: '' } as const;
    await sayWhatCopyShows(ben, at, { ...shows, revision: revision + 1 });
    const police = (await question()).accounts.at(-1);
    await withdrawAccount(ben, { ...at, account: police?.id ?? '' }, 'It was a guess.');
    const before = await countOf(newsroom);
    const again = await askQuestion(ben, article.id, { point: 'how many  Fighters?', first: { claim_number: 1 } });
    assert.deepEqual(again, { number: 1, is_new: false });
    assert.equal(await takeClaims(ben, at, 'all'), 0);
    await setRule(ben, at, rule);
    await sayWhatCopyShows(ben, at, { ...shows, revision });
    await withdrawAccount(ben, { ...at, account: police?.id ?? '' }, 'It was a guess.');
    assert.equal(await countOf(newsroom), before);
    assert.deepEqual(await accountEventsOf(newsroom.db), {
      'question.asked': 1,
      'account.added': 3,
      'question.rule_set': 1,
      'question.copy_set': 1,
      'account.withdrawn': 1,
    });
    for (const chain of await verifyLog(newsroom.db)) assert.deepEqual(chain.faults, []);
  });

  engine.rule('a name that the article knows is that party; another makes one', async () => {
    const { newsroom, ben, at } = await opened();
    const parties = async () => (await newsroom.db.selectFrom('party').select('name').execute()).length;
    const known = await parties();
    await addAccount(ben, at, { ...typed, party_name: 'TOMA  Arrel' });
    assert.equal(await parties(), known);
    await addAccount(ben, at, typed);
    assert.equal(await parties(), known + 1);
  });

  engine.rule('a form opened before somebody saved is refused with both texts', async () => {
    const { newsroom, ben, at, question } = await opened();
    const cleo = newsroom.ctxOf('cleo');
    const { revision, accounts } = await question();
    await setRule(ben, at, { rule: 'range', rule_sentence: 'Both.', preferred: '', revision });
    await assert.rejects(
      setRule(cleo, at, { rule: 'lowest', rule_sentence: 'The least.', preferred: '', revision }),
      (error: StaleEdit) => error instanceof StaleEdit && error.theirs.rule_sentence === 'Both.',
    );
    await assert.rejects(changeQuestion(cleo, at, { point: 'How many men?', revision }), StaleEdit);
    const account = { ...at, account: accounts[0]?.id ?? '' };
    const changed = { ...typed, party_name: 'Toma Arrel', value: 'more than 90 fighters', revision: 1 };
    await changeAccount(ben, account, { ...changed, figure: '> 90 fighters', from: 'claim 1' });
    await assert.rejects(changeAccount(cleo, account, { ...changed, value: '80', figure: '80' }), StaleEdit);
  });

  test('a new version that drops the words is said; one that moves them is followed', async () => {
    const { ben, article, at, question } = await opened();
    const { revision } = await question();
    const copy_words = 'The governor’s office spoke of 20 to 30';
    await sayWhatCopyShows(ben, at, { copy_shows: 'yes', copy_sentence: null, copy_words, copy_reason: '', revision });
    const state = async () => {
      const { text, sentences, version } = await getVersionText(ben.db, await getArticle(ben, article.id));
      return copyStateIn(await question(), { text, sentences, version_number: version.number });
    };
    assert.deepEqual(await state(), { state: 'shown', sentence: 3, words: copy_words });
    const headline = 'Raid on Lusk';
    await reviseArticle(ben, article.id, { headline, body: `It rained. ${BODY}`, version: 1 });
    assert.deepEqual(await state(), { state: 'shown', sentence: 4, words: copy_words });
    await reviseArticle(ben, article.id, { headline, body: BODY.replace('20 to 30', '40'), version: 2 });
    assert.deepEqual(await state(), { state: 'gone', words: copy_words, version_number: 1 });
    const report = await buildReport(ben, await getArticle(ben, article.id));
    assert.equal(report.questions[0]?.copy.state, 'gone');
  });

  engine.rule('without the account that is preferred, the rule says that it lacks one', async () => {
    const { ben, at, question } = await opened();
    const { revision, accounts } = await question();
    const preferred = accounts[0]?.id ?? '';
    await setRule(ben, at, { rule: 'prefer', rule_sentence: 'He counted.', preferred, revision });
    assert.equal((await question()).accounts[0]?.is_preferred, 1);
    await withdrawAccount(ben, { ...at, account: preferred }, 'He did not.');
    assert.equal((await question()).withdrawn_accounts[0]?.is_preferred, 0);
    await assert.rejects(
      setRule(ben, at, { rule: 'prefer', rule_sentence: 'He counted.', preferred, revision: revision + 1 }),
      RuleBroken,
    );
  });

  engine.rule(
    'of an account from a confidential source guests get the alias: no name, no words, no number',
    async () => {
      const { newsroom, ben, article, at, question } = await opened();
      const { source } = await addSource(ben, {
        desk: newsroom.desks.foreign.slug,
        source_line: 'Letter of the harbour clerk Ysolde Brack',
        is_confidential: 1,
        alias: 'Source Q',
      });
      const secret = {
        party_name: 'Ysolde Brack',
        party_role: 'harbour clerk',
        value: '71 fighters',
        quote: 'seventy-one, I counted',
      };
      await addAccount(ben, at, { ...typed, ...secret, from: `source ${source.number}` });
      const account = (await question()).accounts.at(-1);
      assert.ok(account);
      assert.equal(seenBy('reviewer', account).party_name, 'Ysolde Brack');
      const seen = seenBy('guest', account);
      assert.deepEqual([seen.party_name, seen.value, seen.low, seen.quote], ['Source Q', KEPT_BACK, null, '']);
      assert.doesNotMatch(JSON.stringify(seen), /Ysolde|Brack|clerk|71 fighters|:71[,}]|seventy/);
      const dina = newsroom.ctxOf('dina');
      const report = await buildReport(dina, await getArticle(dina, article.id));
      assert.doesNotMatch(JSON.stringify(report.questions), /Ysolde|Brack|clerk|71 fighters|:71[,}]|seventy/);
      assert.deepEqual(report.questions[0]?.accounts.at(-1), {
        is_confidential: true,
        alias: 'Source Q',
        type: 'document',
        is_preferred: false,
      });
      const accounts = (await question()).accounts.map((one) => ({
        ...seenBy('outside', one),
        is_preferred: false,
        as_of_words: '',
      }));
      const plot = plotOf({ point: POINT, rule: 'range', accounts }, 'UTC');
      assert.deepEqual(
        plot?.rows.map((row) => row.shape),
        ['above', 'none'],
      );
    },
  );

  engine.rule('a dropped claim leaves the account standing, and is named in no report', async () => {
    const { ben, article, at, question } = await opened();
    await withdrawClaim(ben, article.id, { number: 1, reason: 'Cut from the copy.' });
    assert.equal((await question()).accounts.length, 1);
    const report = await buildInternalReport(ben, await getArticle(ben, article.id));
    assert.equal(report.questions[0]?.accounts[0]?.claim, null);
    await assert.rejects(takeClaims(ben, at, [{ claim_number: 1, position: 1 }]), RuleBroken);
  });

  engine.rule('guests are refused, other desks find nothing, and nothing of it is stored', async () => {
    const { newsroom, article, at } = await opened();
    const before = await countOf(newsroom);
    const [dina, emil] = [newsroom.ctxOf('dina'), newsroom.ctxOf('emil')];
    await assert.rejects(askQuestion(dina, article.id, { point: 'x' }), Forbidden);
    await assert.rejects(addAccount(dina, at, typed), Forbidden);
    await assert.rejects(askQuestion(emil, article.id, { point: 'x' }), NotFound);
    await assert.rejects(addAccount(emil, at, typed), NotFound);
    const other = await addSource(emil, { desk: newsroom.desks.weekend.slug, source_line: 'Their card' });
    await assert.rejects(
      addAccount(newsroom.ctxOf('ben'), at, { ...typed, from: `source ${other.source.number}` }),
      RuleBroken,
      'a source of another desk is none',
    );
    assert.equal(await countOf(newsroom), before + 1);
    assert.equal((await listQuestions(newsroom.db, article.id)).length, 1);
  });

  test('two people who put the same question at once put one', async () => {
    const { newsroom, article } = await opened();
    const point = 'How many boats?';
    const asked = await Promise.all(
      (['ben', 'cleo', 'ada'] as const).map((name) => askQuestion(newsroom.ctxOf(name), article.id, { point })),
    );
    assert.deepEqual(new Set(asked.map(({ number }) => number)).size, 1);
    assert.equal(asked.filter(({ is_new }) => is_new).length, 1);
  });
});
