// An article of a desk that has one of everything: claims in each state, and all that hangs on them.
import { bringAsRan } from '#src/articles/as-ran/commands.ts';
import { findAsRan } from '#src/articles/as-ran/store.ts';
import { takeArticleIn } from '#src/articles/commands.ts';
import { getArticle } from '#src/articles/store.ts';
import { changeClaimAttribution, markClaim, withdrawClaim } from '#src/claims/marking/commands.ts';
import { setVerdicts } from '#src/claims/marking/verdict-commands.ts';
import { reviseArticle } from '#src/claims/revision/commands.ts';
import { getClaim } from '#src/claims/store.ts';
import type { Db } from '#src/database/schema.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { listVerdicts } from '#src/people/verdict-store.ts';
import { letStand } from '#src/reports/leaks/commands.ts';
import { gatherLeaks } from '#src/reports/leaks/gather-leaks.ts';
import { holdClaim } from '#src/reviews/legal/commands.ts';
import { closeClaim, offerClaim } from '#src/reviews/second-read/commands.ts';
import { followReviews } from '#src/reviews/update-reviews-on-revision.ts';
import { formOf, sign } from '#tests/reports/signed-article.ts';
import type { Places } from './addresses.ts';
import { stockComplaints, stockPublications } from './stocked-after-printing.ts';
import { stockSheets } from './stocked-sheets.ts';
import { stockSignOff } from './stocked-sign-off.ts';
import { documentOf, stockSuggestions } from './stocked-suggestions.ts';
import { bodyWith, CLAIM, GONE, HEADLINE, WORDS } from './stocked-text.ts';
import {
  type At,
  type Staff,
  seenNow,
  stockAccounts,
  stockCall,
  stockContacts,
  stockEvidence,
  stockFacts,
  stockPackage,
  stockReading,
  stockReviews,
} from './stocked-things.ts';

interface Given {
  suggestion: Record<'start' | 'end', string>;
  dismissed_suggestion: Record<'start' | 'end', string>;
  /** Which state of what the account was taken from its page shows. */
  seen: string;
  /** The id of the verdict "wrong". */
  wrong: string;
  /** The id of the text that ran. */
  as_ran: string;
  /** What the article prints of a confidential source. */
  leak: Record<'article' | 'key' | 'covers' | 'stands', string>;
  /** The number of the latest version. */
  version: string;
  open_revision: string;
  ready_revision: string;
  plain_revision: string;
  /** What the form of signing sends. */
  signing: Record<string, string | string[]>;
  /** What the forms of sign-off say of what is missing. */
  reason_seen: string;
  waiver_seen: string;
}

export interface StockedArticle {
  id: string;
  /** What stands in its addresses: of each thing, one that may be worked on. */
  places: Places;
  /** The ids of what its addresses call by a number. */
  ids: Places;
  /** A contact with a confidential source. */
  call: Places;
  /** Those that were withdrawn, dismissed or kept back, in the same way. */
  others: Places;
  /** What forms send of it. */
  given: Given;
}

/** Takes it in. With `is_larger` it has one claim, question, accused, sentence and version more. */
export async function stockArticle(staff: Staff, is_larger: boolean): Promise<StockedArticle> {
  const { checker, slug } = staff;
  const { id, number } = await takeArticleIn(checker, slug, {
    headline: HEADLINE,
    body: bodyWith(GONE),
    url: 'https://tarn.example/crates',
    document: await documentOf(staff),
    needs_legal: true,
  });
  const at = { id, staff, is_larger };
  await markClaims(at);
  const accounts = await stockAccounts(at);
  await withdrawClaim(checker, id, { number: CLAIM.dropped, reason: 'Not ours.' });
  await revise(at, 1, bodyWith());
  if (is_larger) await revise(at, 2, bodyWith('It is over now.'));
  await bringAsRan(staff.editor, id, { headline: HEADLINE, body: bodyWith('As it ran.') });
  const as_ran = (await findAsRan(checker.db, id))?.id ?? '';
  const wrong = await judge(at);
  await holdClaim(staff.checker, id, { number: CLAIM.judged, reason: 'She denies it.' });
  const suggestions = await stockSuggestions(at);
  const things = [
    accounts,
    await stockReading(at),
    await stockEvidence(at),
    await stockContacts(at),
    await stockReviews(at),
    await stockFacts(at),
    await stockPackage(at),
    await stockComplaints(at),
    await stockSheets(at),
  ];
  const own: Places = {
    'articles/:id': String(number),
    'report.:format': 'html',
    'fixes.:format': 'docx',
    'claims.:format': 'csv',
  };
  const places = Object.assign(own, ...things.map((thing) => thing.places));
  const others = Object.assign({}, ...things.map((thing) => thing.others));
  const seen = await seenNow(checker, { id, places });
  const revision = async (claim: number) => String((await getClaim(checker.db, { id }, { number: claim })).revision);
  const revisions = {
    open_revision: await revision(CLAIM.open),
    ready_revision: await revision(CLAIM.ready),
    plain_revision: await revision(CLAIM.plain),
  };
  const version = String((await getArticle(checker, id)).latest_version_number);
  const call = await stockCall(at);
  const leak = await stockLeak(at);
  places['reports/:number'] = await stockReports(at);
  places['publications/:publication'] = await stockPublications(at);
  const sign_off = await stockSignOff(at);
  return {
    id,
    places: { ...places, ...sign_off.places },
    others,
    call,
    ids: await idsOf(checker.db, id),
    given: {
      ...{ ...suggestions, seen, wrong, as_ran, version, ...revisions, ...sign_off.given },
      leak,
      signing: await signingOf(at),
    },
  };
}

/** By the same places as numbers: no address takes them, neither here nor of another article. */
async function idsOf(db: Db, article_id: string): Promise<Places> {
  const last = async (table: 'claim' | 'version' | 'question' | 'accused' | 'complaint' | 'correction') => {
    const rows = db.selectFrom(table).select('id').where('article_id', '=', article_id).orderBy('number', 'desc');
    return (await rows.executeTakeFirstOrThrow()).id;
  };
  return {
    'claims/:number': await last('claim'),
    'versions/:number': await last('version'),
    'accounts/:question': await last('question'),
    'accused/:accused': await last('accused'),
    'complaints/:complaint': await last('complaint'),
    'corrections/:correction': await last('correction'),
  };
}

/** Signed reports; gives back the number of the last. */
async function stockReports({ id, staff: { editor }, is_larger }: At): Promise<string> {
  const first = await sign(editor, id);
  const last = is_larger ? await sign(editor, id) : first;
  return String(last.number);
}

/** Another article, which prints what its confidential source is called: nothing of it is signed before an editor answers. */
async function stockLeak({ staff: { checker, editor, slug } }: At): Promise<StockedArticle['given']['leak']> {
  const body = 'Ulf Tamm counted the crates. Nobody else was on the quay.';
  const { id, number } = await takeArticleIn(checker, slug, { headline: 'Who counted the crates', body });
  await markClaim(checker, id, { selection: { sentence: 2, words: 'counted the crates' } });
  const secret = { is_confidential: true, note: 'Nobody else was on the quay' };
  await addEvidence(checker, id, { number: 1, source_line: 'call Ulf Tamm 16:10: forty', ...secret });
  const [leak, stands] = await gatherLeaks(checker, await getArticle(checker, id));
  if (leak === undefined || stands === undefined)
    throw new Error('The article prints nothing of its confidential source.');
  await letStand(editor, id, stands);
  return { article: String(number), key: leak.key, covers: leak.covers, stands: stands.key };
}

/** What an editor sends to sign the next report. */
async function signingOf({ id, staff: { editor } }: At): Promise<Record<string, string | string[]>> {
  const { number, version, open_claims, reason } = await formOf(editor, id);
  return { number: String(number), version: String(version), open_claims: open_claims.map(String), reason };
}

async function markClaims({ id, staff: { checker }, is_larger }: At): Promise<void> {
  const more: typeof WORDS = is_larger ? [[6, 'Ola Brand stole two boats']] : [];
  for (const [sentence, words] of [...WORDS, ...more])
    await markClaim(checker, id, { selection: { sentence, words }, is_key: false });
  for (const number of [CLAIM.ready, CLAIM.plain, CLAIM.closed, CLAIM.judged])
    await changeClaimAttribution(checker, id, { number, chain: [] });
}

async function revise({ id, staff: { checker } }: At, version: number, body: string): Promise<void> {
  const on_revised = [followReviews];
  await reviseArticle(checker, id, { headline: HEADLINE, body, version, note: 'from the night', on_revised });
}

/** Brings claims into their states; gives back the id of the verdict "wrong". */
async function judge({ id, staff: { checker, reader } }: At): Promise<string> {
  const { db } = checker;
  const { desk_id } = await getArticle(checker, id);
  const verdicts = await listVerdicts(db, desk_id);
  const of = (meaning: string) => verdicts.find((one) => one.meaning === meaning)?.id as string;
  const revision = async (number: number) => (await getClaim(db, { id }, { number })).revision;
  const set = async (number: number, content_verdict: string, verdict_sentence: string) =>
    setVerdicts(checker, id, { number, revision: await revision(number), content_verdict, verdict_sentence });
  await set(CLAIM.ready, of('wrong'), 'Nobody says so.');
  await offerClaim(checker, id, CLAIM.ready);
  for (const number of [CLAIM.plain, CLAIM.closed]) await set(number, of('ok'), '');
  await closeClaim(reader, id, { number: CLAIM.closed, revision: await revision(CLAIM.closed) });
  await set(CLAIM.judged, of('wrong'), 'She said nothing.');
  return of('wrong');
}
