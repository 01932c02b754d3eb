// An article of a desk that has one of everything: claims in each state, and all that hangs on them.
import { takeArticleIn } from '#src/articles/commands.ts';
import { stageDocument } from '#src/articles/intake-commands.ts';
import { getArticle, getGround } from '#src/articles/store.ts';
import { readingOfText } from '#src/claims/analysis/readings.ts';
import { standingProposals } from '#src/claims/analysis/suggestion.ts';
import { changeClaimAttribution, markClaim, withdrawClaim } from '#src/claims/marking/commands.ts';
import { setVerdicts } from '#src/claims/marking/verdict-commands.ts';
import { reviseArticle } from '#src/claims/revision/commands.ts';
import { getClaim, listClaims, listVerdicts } from '#src/claims/store.ts';
import { dismissSuggestion } from '#src/claims/suggestions/commands.ts';
import type { Db } from '#src/database/schema.ts';
import { dismissProposedSource } from '#src/evidence/proposed-sources/commands.ts';
import { closeClaim, offerClaim } from '#src/reviews/second-read/commands.ts';
import { followReviews } from '#src/reviews/update-reviews-on-revision.ts';
import type { Places } from './addresses.ts';
import { bodyWith, CLAIM, GONE, HEADLINE, WORDS } from './stocked-text.ts';
import {
  type At,
  type Staff,
  seenNow,
  stockAccounts,
  stockCall,
  stockContacts,
  stockEvidence,
  stockReading,
  stockReviews,
} from './stocked-things.ts';

interface Given {
  proposal: Record<'start' | 'end', string>;
  dismissed_proposal: Record<'start' | 'end', string>;
  /** Which state of what the account was taken from its page shows. */
  seen: string;
  /** The id of the verdict "wrong". */
  wrong: string;
  open_revision: string;
  ready_revision: string;
  plain_revision: string;
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
    document: await documentOf(staff),
  });
  const at = { id, staff, is_larger };
  await markClaims(at);
  const accounts = await stockAccounts(at);
  await withdrawClaim(checker, id, { number: CLAIM.dropped, reason: 'Not ours.' });
  await revise(at, 1, bodyWith());
  if (is_larger) await revise(at, 2, bodyWith('It is over now.'));
  const wrong = await judge(at);
  const proposals = await stockProposals(at);
  const things = [
    accounts,
    await stockReading(at),
    await stockEvidence(at),
    await stockContacts(at),
    await stockReviews(at),
  ];
  const own: Places = { 'articles/:id': String(number), 'report.:format': 'html', 'fixes.:format': 'md' };
  const places = Object.assign(own, ...things.map((thing) => thing.places));
  const others = Object.assign({}, ...things.map((thing) => thing.others));
  const seen = await seenNow(checker, { id, places });
  const revision = async (claim: number) => String((await getClaim(checker.db, { id }, { number: claim })).revision);
  const revisions = {
    open_revision: await revision(CLAIM.open),
    ready_revision: await revision(CLAIM.ready),
    plain_revision: await revision(CLAIM.plain),
  };
  const call = await stockCall(at);
  return {
    id,
    places,
    others,
    call,
    ids: await idsOf(checker.db, id),
    given: { ...proposals, seen, wrong, ...revisions },
  };
}

/** A plain document, as one that names two sources in footnotes would be. */
async function documentOf({ checker, desk_id }: Staff) {
  const bytes = Buffer.from(`${HEADLINE}\n\n${bodyWith(GONE)}`);
  const staged = await stageDocument(checker, { desk_id, document: { name: 'draft.txt', bytes } });
  const part = staged.draft.parts.findIndex(({ text }) => text.includes('Forty crates'));
  const start = staged.draft.parts[part]?.text.indexOf('Forty crates') as number;
  const note = { part, start, end: start + 12, url: '', note: '' };
  const proposed_sources = ['Harbour ledger, page 3', 'A rumour'].map((title) => ({ ...note, title }));
  return { ...staged, draft: { ...staged.draft, proposed_sources } };
}

/** By the same places as numbers: no address takes them, neither here nor of another article. */
async function idsOf(db: Db, article_id: string): Promise<Places> {
  const last = async (table: 'claim' | 'version' | 'question' | 'accused') => {
    const rows = db.selectFrom(table).select('id').where('article_id', '=', article_id).orderBy('number', 'desc');
    return (await rows.executeTakeFirstOrThrow()).id;
  };
  return {
    'claims/:number': await last('claim'),
    'versions/:number': await last('version'),
    'accounts/:question': await last('question'),
    'accused/:accused': await last('accused'),
  };
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

async function stockProposals({ id, staff: { checker } }: At) {
  const article = await getArticle(checker, id);
  const ground = await getGround(checker.db, article);
  const { proposals } = await readingOfText(ground, article.language);
  const claims = (await listClaims(checker.db, { article_id: id, version_id: ground.version.id })).flatMap(
    ({ start, end }) => (start === null || end === null ? [] : [{ start, end }]),
  );
  const standing = standingProposals(proposals, { claims, ticks: [], initialled: [], decided: [] });
  const [taken, dismissed] = standing.map(({ start, end }) => ({ start: String(start), end: String(end) }));
  if (!taken || !dismissed) throw new Error('The text proposes too little.');
  await dismissSuggestion(checker, id, { start: Number(dismissed.start), end: Number(dismissed.end) });
  await dismissProposedSource(checker, id, { proposed: '1.2' });
  return { proposal: taken, dismissed_proposal: dismissed };
}
