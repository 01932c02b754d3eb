// An article that was checked against a page, and the page: for tests of sources that change or go.
import { setVerdicts } from '#src/claims/marking/verdict-commands.ts';
import type { Db } from '#src/database/schema.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { closeClaim, offerClaim } from '#src/reviews/second-read/commands.ts';
import type { Newsroom } from '#tests/support/newsroom.ts';
import { takeRaidIn } from './support.ts';

export const FIGHTERS =
  'More than 100 fighters entered the city in the night from the north and held two bridges until noon.';
export const ATTACKERS =
  'The governor counted thirty attackers at the most, and said that eight of them came on one lorry.';
export const REST =
  'Shops along the river opened again in the afternoon, and buses to the villages ran as on every other day.';

export const page = (...paragraphs: string[]) =>
  `<!doctype html><html lang="en"><head><title>Raid</title></head><body><article><h1>Raid on Karsa</h1>
${paragraphs.map((words) => `<p>${words}</p>`).join('\n')}</article></body></html>`;

export const WHOLE = page(FIGHTERS, ATTACKERS, REST);
/** A spokesman says the one, the governor the other. */
const SAID = { attribution_verdict: 'word_for_word' } as const;

/** An article whose claim 1 is done and whose claim 2 waits for its second read, each resting on a passage of the source. */
export async function checkedArticle(newsroom: Newsroom, source: number): Promise<string> {
  const [ben, cleo] = [newsroom.ctxOf('ben'), newsroom.ctxOf('cleo')];
  const id = await takeRaidIn(newsroom);
  const passages = ['more than 100 fighters entered the city', 'thirty attackers at the most'];
  for (const [index, passage] of passages.entries()) {
    const number = index + 1;
    await addEvidence(ben, id, { number, source_number: source, passage });
    const { revision } = await claimOf(newsroom.db, id, number);
    const verdict = await newsroom.db
      .selectFrom('verdict')
      .select('id')
      .where('meaning', '=', 'ok')
      .where('desk_id', '=', newsroom.desks.foreign.id)
      .executeTakeFirstOrThrow();
    await setVerdicts(ben, id, { number, revision, content_verdict: verdict.id, ...SAID });
    await offerClaim(ben, id, number);
  }
  await closeClaim(cleo, id, { number: 1, revision: (await claimOf(newsroom.db, id, 1)).revision });
  return id;
}

export function claimOf(db: Db, article: string, number: number) {
  return db
    .selectFrom('claim')
    .innerJoin('article', 'article.id', 'claim.article_id')
    .select(['claim.state', 'claim.check_again', 'claim.revision', 'claim.second_reader_id'])
    .where('article.number', '=', Number(article))
    .where('claim.number', '=', number)
    .executeTakeFirstOrThrow();
}
