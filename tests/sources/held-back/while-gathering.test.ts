// A source becomes confidential while a page is gathered: what is held back is never older than the rows.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KyselyPlugin, PluginTransformQueryArgs, PluginTransformResultArgs } from 'kysely';
import { gatherAccounts } from '#src/accounts/gather-accounts.ts';
import { gatherArticleView } from '#src/article-view/gather-article.ts';
import { takeArticleIn } from '#src/articles/commands.ts';
import { getArticle } from '#src/articles/store.ts';
import { markClaim } from '#src/claims/marking/commands.ts';
import { changeClaimDetails } from '#src/claims/marking/details-commands.ts';
import { getClaim } from '#src/claims/store.ts';
import { gatherContacts } from '#src/contacts/gather-contacts.ts';
import { gatherReviews } from '#src/reviews/gather-reviews.ts';
import { addSource } from '#src/sources/commands.ts';
import { onEngine } from '#tests/support/engines.ts';
import { openNewsroom } from '#tests/support/newsroom.ts';

/** More questions than any of these gatherers asks. */
const MOST_QUESTIONS = 40;
/** Names that have nothing in common, so that knowing one holds no other back. */
const NAMES = Array.from({ length: MOST_QUESTIONS }, (_, at) => {
  const letters = String.fromCharCode(97 + (at % 26)).repeat(3 + Math.floor(at / 26));
  return `Ott${letters}line Pem${letters}wick`;
});

/** Does something once, between the answer to one question and the next question. */
class Between implements KyselyPlugin {
  asked = 0;
  readonly #after: number;
  readonly #act: () => Promise<unknown>;

  constructor(after: number, act: () => Promise<unknown>) {
    this.#after = after;
    this.#act = act;
  }

  transformQuery({ node }: PluginTransformQueryArgs) {
    return node;
  }

  async transformResult({ result }: PluginTransformResultArgs) {
    this.asked += 1;
    if (this.asked === this.#after) await this.#act();
    return result;
  }
}

// Two connections are wanted at a time.
onEngine('postgres', (engine) => {
  const gatherers = { gatherAccounts, gatherArticleView, gatherContacts, gatherReviews };
  for (const [name, gather] of Object.entries(gatherers))
    test(`${name}: a guest is told no name of a source that becomes confidential meanwhile`, async () => {
      const newsroom = await openNewsroom(engine);
      const [ben, dina] = [newsroom.ctxOf('ben'), newsroom.ctxOf('dina')];
      const slug = newsroom.desks.foreign.slug;
      const text = { headline: 'Crates vanish', body: 'Forty crates vanished from the quay.' };
      const { id } = await takeArticleIn(ben, slug, text);
      await markClaim(ben, id, { selection: { sentence: 2, words: 'Forty crates vanished' } });
      const tell = async (who: string) => {
        await addSource(ben, { desk: slug, source_line: who, type: 'person', is_confidential: 1 });
        const { revision } = await getClaim(ben.db, { id }, { number: 1 });
        const details = { kind: 'number', assignee_id: null, due_at: null } as const;
        await changeClaimDetails(ben, id, { number: 1, revision, ...details, statement: `${who} counted forty.` });
      };
      let told = 0;
      for (const [at, who] of NAMES.entries()) {
        const between = new Between(at + 1, () => tell(who));
        const db = dina.db.withPlugin(between);
        const gathered = await gather({ ...dina, db }, await getArticle(dina, id));
        assert.doesNotMatch(JSON.stringify(gathered.claims), new RegExp(who), `after question ${at + 1}`);
        // It asked no more: nothing came between, nor would any later.
        if (between.asked <= at) break;
        told += 1;
      }
      assert.ok(told > 5 && told < MOST_QUESTIONS, `${told} of the moments were tried`);
    });
});
