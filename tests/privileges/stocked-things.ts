// What an article has beside its claims, one of each: a tick, evidence, a contact, an account, a fix, a link.
import { addAccount, presentIn } from '#src/accounts/account-commands.ts';
import { withdrawAccount } from '#src/accounts/change-account-commands.ts';
import { askQuestion, withdrawQuestion } from '#src/accounts/question-commands.ts';
import { getQuestion } from '#src/accounts/store.ts';
import { presentMark } from '#src/accounts/taken-from.ts';
import { gatherWithoutEvidence } from '#src/article-view/gather-article.ts';
import { getArticle } from '#src/articles/store.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import { initialSentences } from '#src/claims/coverage/commands.ts';
import { tickWords } from '#src/claims/coverage/tick-commands.ts';
import { changeClaimFigures } from '#src/claims/figures/commands.ts';
import { withdrawAccused } from '#src/contacts/accused/change-commands.ts';
import { markAccused } from '#src/contacts/accused/commands.ts';
import { dismissAccused } from '#src/contacts/accused/dismissal-commands.ts';
import { withdrawContact } from '#src/contacts/contacts/change-commands.ts';
import { addContact } from '#src/contacts/contacts/commands.ts';
import type { Context } from '#src/context.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { dismissFinding } from '#src/findings/commands.ts';
import { gatherFindings } from '#src/findings/gather-findings.ts';
import { openFindings } from '#src/findings/view.ts';
import { askFix } from '#src/reviews/fixes/commands.ts';
import { answerFacts } from '#src/reviews/own-facts/answer-commands.ts';
import { listFactsAnswers } from '#src/reviews/own-facts/answer-store.ts';
import { makeFactsLink } from '#src/reviews/own-facts/link-commands.ts';
import { dismissFactsUse } from '#src/reviews/own-facts/use-commands.ts';
import { handInContacts, handInNote } from '#src/reviews/package/hand-in-commands.ts';
import { handInFiles } from '#src/reviews/package/hand-in-files-commands.ts';
import { leavePiece, takePiece } from '#src/reviews/package/take-commands.ts';
import { askQuery } from '#src/reviews/queries/commands.ts';
import { makeWriterLink } from '#src/reviews/writer/link-commands.ts';
import type { Places } from './addresses.ts';
import type { StockedArticle } from './stocked-article.ts';
import { CLAIM } from './stocked-text.ts';

/** Who works on it: whoever checks never reads second. */
export interface Staff {
  slug: string;
  desk_id: string;
  checker: Context;
  reader: Context;
  editor: Context;
  /** The numbers of an open and of a confidential source of the desk. */
  sources: { open: number; confidential: number };
  /** Those who have each done something that they may take back. */
  hands?: Context[];
}

export interface At {
  id: string;
  staff: Staff;
  /** One of each thing more. */
  is_larger: boolean;
}

/** What stands in addresses: of each thing one that may be worked on, and one that was withdrawn or is confidential. */
export type Stocked = { places: Places; others: Places };

export async function stockReading({ id, staff: { checker, hands = [] }, is_larger }: At): Promise<Stocked> {
  for (const [at, hand] of hands.entries())
    await tickWords(hand, id, { selection: { sentence: 1, words: ['vanish', 'from'][at] }, note: 'as typed' });
  await tickWords(checker, id, { selection: { sentence: 1, words: 'Tarn' }, note: '' });
  await initialSentences(checker, id, { selection: { sentence: 11 } });
  const { db } = checker;
  const { version } = await getVersionText(db, await getArticle(checker, id));
  const tick = await db.selectFrom('tick').select('id').where('version_id', '=', version.id).executeTakeFirstOrThrow();
  const places = {
    'claims/:number': String(is_larger ? CLAIM.more : CLAIM.open),
    'sentences/:number': is_larger ? '13' : '2',
    'versions/:number': is_larger ? '3' : '2',
    'ticks/:tick': tick.id,
  };
  return { places, others: { 'versions/:number': '1' } };
}

export async function stockEvidence({ id, staff: { checker, sources } }: At): Promise<Stocked> {
  const use = (source_number: number, passage = 'Forty crates are gone.') =>
    addEvidence(checker, id, { number: CLAIM.open, source_number, passage, stance: 'for' });
  const open = await use(sources.open);
  // Two passages count otherwise than the claim that they are for.
  for (const count of ['Four', 'Fifty']) await use(sources.open, `${count} crates vanished from the quay.`);
  const confidential = await use(sources.confidential);
  const [first, second] = await findingsOf(checker, id);
  if (!first || !second) throw new Error('Too little does not agree.');
  await dismissFinding(checker, id, { key: second.key, reason: 'Counted a day later.' });
  return {
    places: { 'evidence/:evidence': open.id, 'findings/:finding': first.key },
    others: { 'evidence/:evidence': confidential.id, 'findings/:finding': second.key },
  };
}

async function findingsOf(checker: At['staff']['checker'], id: string) {
  const view = await gatherWithoutEvidence(checker, await getArticle(checker, id));
  return openFindings(await gatherFindings(checker, view));
}

export async function stockContacts({ id, staff: { checker }, is_larger }: At): Promise<Stocked> {
  const asked = { body: '', how: 'call', at_words: '15:40', put: 'Is it so?', until_words: '', answer: '' } as const;
  const contact = await addContact(checker, id, { ...asked, name: 'Harbour office', claim_number: CLAIM.open });
  const gone = await addContact(checker, id, { ...asked, name: 'Night watch', claim_number: null });
  await withdrawContact(checker, { article_id: id, contact_id: gone.id }, 'Wrong number.');
  const names = ['Edda Morn', 'The mayor', ...(is_larger ? ['The guard'] : [])];
  for (const name of names) await markAccused(checker, id, { name, role: '', accusation: 'theft', claim_number: null });
  await withdrawAccused(checker, { article_id: id, accused: 2 }, 'Nobody says so.');
  await dismissAccused(checker, id, 'Ola Brand');
  const places = { 'contacts/:contact': contact.id, 'accused/:accused': String(is_larger ? 3 : 1) };
  return { places, others: { 'contacts/:contact': gone.id, 'accused/:accused': '2' } };
}

export async function stockAccounts({ id, staff: { checker }, is_larger }: At): Promise<Stocked> {
  const at = { article_id: id, question: 1 };
  const points = ['How many crates?', 'Whose were they?', ...(is_larger ? ['Who saw it?'] : [])];
  for (const point of points) await askQuestion(checker, id, { point });
  await withdrawQuestion(checker, { article_id: id, question: 2 }, 'Nobody asks.');
  const says = { party_role: '', as_of: '', quote: '', from: `claim ${CLAIM.open}` };
  const question = is_larger ? 3 : 1;
  const entry = await addAccount(checker, { ...at, question }, { ...says, party_name: 'The mayor', value: '40' });
  const gone = await addAccount(checker, at, { ...says, party_name: 'The guard', value: '41', from: '' });
  await withdrawAccount(checker, { ...at, account: gone.id }, 'Heard wrong.');
  // What the account was taken from has changed since, so that there is something to confirm, or to take anew.
  await changeClaimFigures(checker, id, { number: CLAIM.open, figures: '= 41 crates' });
  return {
    places: { 'accounts/:question': String(question), 'entries/:entry': entry.id },
    others: { 'accounts/:question': '2', 'entries/:entry': gone.id },
  };
}

export async function stockReviews({ id, staff: { checker } }: At): Promise<Stocked> {
  const { db } = checker;
  await askFix(checker, id, { old_words: 'Forty crates', new_words: 'Thirty crates', reason: 'the ledger' });
  await askQuery(checker, id, { number: CLAIM.open, to_whom: 'writer', question: 'Who counted them?' });
  const { token } = await makeWriterLink(checker, id, { name: 'Ingrid Voss', days: 3 });
  const idIn = async (table: 'fix' | 'query' | 'writer_link') =>
    (await db.selectFrom(table).select('id').where('article_id', '=', id).executeTakeFirstOrThrow()).id;
  const places = {
    'fixes/:fix': await idIn('fix'),
    'queries/:query': await idIn('query'),
    'writer-links/:link': await idIn('writer_link'),
    'writer/:token': token,
  };
  return { places, others: {} };
}

/** What the writer handed in: a note that waits and one that was left, and somebody to call. */
export async function stockPackage({ id, staff: { checker } }: At): Promise<Stocked> {
  const { db } = checker;
  const { token } = await makeWriterLink(checker, id, { name: 'Ingrid Voss', days: 3 });
  const outside: Context = { ...checker, actor: { kind: 'nobody', id: null } };
  const file = { name: 'ledger.txt', claimed: 'text/plain', bytes: Buffer.from(`The ledger of ${id}.`) };
  const said = { words: '', about: '', is_confidential: false };
  await handInFiles(outside, token, { files: [file], ...said }, { file_bytes: 1_000, files: 9, bytes: 1_000 });
  await handInNote(outside, token, { ...said, words: 'Count them again.' });
  const person = { name: 'Ulf Dahl', body: 'The port', phone: '555 0199', mail: '', about: '', words: '' };
  await handInContacts(outside, token, [{ ...person, is_confidential: 0 }]);
  const pieces = await db.selectFrom('handed_piece').select(['id', 'kind']).where('article_id', '=', id).execute();
  const of = (kind: string) => pieces.find((one) => one.kind === kind)?.id ?? '';
  await leavePiece(checker, id, of('note'));
  const article = await getArticle(checker, id);
  const taken = { title: '', type: 'document', alias: '', claim: undefined } as const;
  await takePiece(checker, { article, piece_id: of('contact') }, taken, async () => undefined);
  const row = await db.selectFrom('to_call').select('id').where('article_id', '=', id).executeTakeFirstOrThrow();
  return { places: { 'package/:piece': of('file'), 'to-call/:row': row.id }, others: { 'package/:piece': of('note') } };
}

/** A link for own facts, with an answer to use and one that was dismissed. */
export async function stockFacts({ id, staff: { checker } }: At): Promise<Stocked> {
  const { db } = checker;
  const { version } = await getVersionText(db, await getArticle(checker, id));
  const asked = { name: 'The mayor', note: '', days: 3, sentences: [2, 4], version: version.number };
  const { token } = await makeFactsLink(checker, id, asked);
  const right = [1, 2].map((position) => ({ position, verdict: 'right' as const, says: '' }));
  const outside: Context = { ...checker, actor: { kind: 'nobody', id: null } };
  await answerFacts(outside, token, { answers: right, how_known: '', may_name: '' });
  const answers = (await listFactsAnswers(db, id)).map((one) => one.id);
  const [first = '', second = ''] = answers;
  await dismissFactsUse(checker, id, { answer_id: second, claim: CLAIM.judged });
  const link = await db.selectFrom('facts_link').select('id').where('article_id', '=', id).executeTakeFirstOrThrow();
  const places = { 'facts/:token': token, 'own-facts/:facts': link.id, 'facts-answers/:answer': first };
  return { places, others: { 'facts-answers/:answer': second } };
}

/** The contact that a call is, which is a confidential source. */
export async function stockCall({ id, staff: { checker } }: At): Promise<{ 'contacts/:contact': string }> {
  const call = { number: CLAIM.open, source_line: 'call Sorov 16:10: no crates left', is_confidential: true };
  const { contact_name } = await addEvidence(checker, id, call);
  const contact = checker.db.selectFrom('contact').select('id').where('article_id', '=', id);
  const found = await contact.where('name', '=', contact_name as string).executeTakeFirstOrThrow();
  return { 'contacts/:contact': found.id };
}

/** Which state of what the account was taken from a page would show now. */
export async function seenNow(ctx: Context, { id, places }: Pick<StockedArticle, 'id' | 'places'>): Promise<string> {
  const article = await getArticle(ctx, id);
  const question = await getQuestion(ctx.db, article.id, places['accounts/:question'] as string);
  const account = question.accounts.find((one) => one.id === places['entries/:entry']);
  if (account === undefined) throw new Error('The account is not there.');
  return presentMark(account, await presentIn(ctx, article));
}
