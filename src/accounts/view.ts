// The page models of questions: all of an article, one with its forms, one account.
import { cutAtWord } from '#src/articles/article.ts';
import type { ArticleFound, Ground } from '#src/articles/store.ts';
import { articleTabs, type TabLink } from '#src/articles/tabs.ts';
import type { RefusedForm } from '#src/http/form.ts';
import type { PageFrame } from '#src/http/render.ts';
import { may } from '#src/people/permissions.ts';
import type { Discretion } from '#src/sources/held-back/discretion.ts';
import { typedAsOf } from './as-of.ts';
import { type AccountOffered, accountOfClaim, type ClaimSaid, offersFor, questionOfClaim } from './claim-account.ts';
import { type Looking, seenBy } from './from-source.ts';
import { COPY_SHOWS, RULE_LABELS, RULES } from './question.ts';
import { type AccountLine, type CardSurroundings, cardOf, lineOf, type QuestionCard } from './question-view.ts';
import type { AccountFound, QuestionFound } from './store.ts';
import { presentMark } from './taken-from.ts';
import { figureTyped } from './value.ts';

export interface Origin {
  value: string;
  label: string;
}

/** What all pages of the subject are made from. */
export interface AccountsMaterial {
  article: ArticleFound;
  /** What this reader may see of whatever was typed. */
  discretion: Discretion;
  ground: Ground;
  claims: ClaimSaid[];
  /** What an account may come from, for the list under its field: claims, and the sources that the article uses. */
  origins: Origin[];
  /** What accounts rest on, as this reader may see it. */
  present: Looking;
  now: string;
}

interface AccountsFrame extends PageFrame {
  article: { number: number; title: string; language: string };
  head: { tabs: TabLink[] };
  may_keep: boolean;
  origins: Origin[];
}

export interface AccountsPage extends AccountsFrame {
  cards: QuestionCard[];
  withdrawn: { number: number; point: string; reason: string }[];
  /** Claims with the verdict "accounts differ" that stand in no question yet. */
  waiting: { number: number; statement: string }[];
  values: Record<string, string>;
}

/** All questions of the article, and the form for one more; `from_claim` fills it in, `refused` is that form shown again. */
export async function accountsPage(
  material: AccountsMaterial,
  questions: QuestionFound[],
  {
    disputed,
    from_claim,
    refused,
  }: { disputed: number[]; from_claim?: number | undefined; refused?: RefusedForm | undefined },
): Promise<AccountsPage> {
  const { claims } = material;
  const open = questions.filter((question) => question.withdrawn_at === null);
  const cards: QuestionCard[] = [];
  for (const question of open) cards.push(await cardOf(question, surroundingsOf(material)));
  const asked = new Set(cards.flatMap((card) => card.claims));
  const waiting = claims.filter((claim) => disputed.includes(claim.number) && !asked.has(claim.number));
  const claim = claims.find((one) => one.number === from_claim && !one.is_dropped);
  return {
    ...frameOf(material),
    title: `Who says what · ${cutAtWord(material.article.title, 40)}`,
    cards,
    withdrawn: questions
      .filter((question) => question.withdrawn_at !== null)
      .map(({ number, point, withdrawal_reason }) => ({ number, point, reason: withdrawal_reason })),
    waiting: waiting.map(({ number, statement }) => ({ number, statement })),
    values: claim === undefined ? {} : valuesOfQuestion(claim),
    ...refused,
  };
}

function valuesOfQuestion(claim: ClaimSaid): Record<string, string> {
  const { point, first } = questionOfClaim(claim);
  const { party_name, party_role, value, quote, figure } = first;
  const typed = figure === null ? '' : figureTyped(figure);
  return { point, party_name, party_role, value, quote, figure: typed, from: `claim ${claim.number}` };
}

export interface QuestionPage extends AccountsFrame {
  cards: [QuestionCard];
  question: { number: number; point: string; revision: number; is_withdrawn: boolean; withdrawal_reason: string };
  withdrawn: AccountLine[];
  offers: { like: OfferLine[]; others: OfferLine[] };
  rules: { value: string; label: string; hint: string }[];
  preferred: Origin[];
  sentences: Origin[];
  copy_answers: Origin[];
  values: Record<string, string>;
}

interface OfferLine {
  value: string;
  claim_number: number;
  who: string;
  says: string;
}

/** One question with its forms; `refused` is one of them shown again. */
export async function questionPage(
  material: AccountsMaterial,
  question: QuestionFound,
  refused?: RefusedForm,
): Promise<QuestionPage> {
  const { article, ground, claims, now } = material;
  const { number, point, revision, withdrawn_at, withdrawal_reason } = question;
  const offers = offersFor(question.accounts, claims);
  const { number: id, time_zone, role } = article;
  return {
    ...frameOf(material),
    title: `Who says what: ${cutAtWord(point, 48)}`,
    cards: [await cardOf(question, surroundingsOf(material))],
    question: { number, point, revision, is_withdrawn: withdrawn_at !== null, withdrawal_reason },
    withdrawn: question.withdrawn_accounts.map((one) => lineOf(seenBy(role, one), { id, now, time_zone })),
    offers: { like: offers.like.map(offerLine), others: offers.others.map(offerLine) },
    rules: RULES.map((value) => ({ value, ...RULE_LABELS[value] })),
    preferred: [
      { value: '', label: 'choose the account' },
      ...question.accounts.map((one) => {
        const seen = seenBy(role, one);
        return { value: one.id, label: `${seen.party_name}: ${seen.value}` };
      }),
    ],
    sentences: sentenceOptions(ground),
    copy_answers: [
      ...COPY_SHOWS.map((value) => ({ value, label: value === 'yes' ? 'Yes, here' : 'No, because …' })),
      { value: '', label: 'Not said yet' },
    ],
    values: valuesOf(question),
    ...refused,
  };
}

function valuesOf(question: QuestionFound): Record<string, string> {
  const { rule, rule_sentence, copy_shows, copy_words, copy_reason, accounts } = question;
  const preferred = accounts.find((one) => one.is_preferred === 1)?.id ?? '';
  return { rule, rule_sentence, preferred, copy_shows: copy_shows ?? '', copy_words, copy_reason, copy_sentence: '' };
}

function offerLine({ claim_number, position, party_name, value }: AccountOffered): OfferLine {
  return { value: `${claim_number}.${position}`, claim_number, who: party_name, says: value };
}

function sentenceOptions({ text, sentences }: Ground): Origin[] {
  const options = sentences.map(({ number, start, end }) => {
    const words = text.slice(start, end).replace(/\s+/g, ' ').trim();
    return { value: String(number), label: `${number}: ${cutAtWord(words, 70)}` };
  });
  return [{ value: '', label: 'wherever the words below stand' }, ...options];
}

export interface EntryPage extends AccountsFrame {
  question: { number: number; point: string };
  entry: AccountLine & { revision: number; is_withdrawn: boolean };
  values: Record<string, string>;
}

/** One account with its form. */
export function entryPage(
  material: AccountsMaterial,
  { question, account }: { question: QuestionFound; account: AccountFound },
  refused?: RefusedForm,
): EntryPage {
  const { article, now, present } = material;
  const { number: id, time_zone, role } = article;
  const seen = seenBy(role, account, account.withdrawn_at === null ? present : undefined);
  const { party_name, party_role, value, as_of, quote, claim_number, source, revision } = seen;
  const from = claim_number !== null ? `claim ${claim_number}` : source?.number ? `source ${source.number}` : '';
  const figure = figureTyped(seen);
  return {
    ...frameOf(material),
    title: `${party_name}: ${cutAtWord(question.point, 40)}`,
    width: 'narrow',
    question: { number: question.number, point: question.point },
    entry: {
      ...lineOf(seen, { id, now, time_zone }),
      seen: presentMark(account, present),
      revision,
      is_withdrawn: account.withdrawn_at !== null,
    },
    values: { party_name, party_role, value, figure, as_of: typedAsOf(as_of, time_zone), quote, from },
    ...refused,
  };
}

function frameOf({ article, origins }: AccountsMaterial): Omit<AccountsFrame, 'title'> {
  return {
    nav: 'articles',
    where: article.desk_name,
    article: { number: article.number, title: article.title, language: article.language },
    head: { tabs: articleTabs(article.number, 'accounts') },
    may_keep: may(article.role, 'keep_accounts'),
    origins,
  };
}

function surroundingsOf({ article, ground, now, present }: AccountsMaterial): CardSurroundings {
  return { article, ground, now, present };
}

/** What a claim's panel shows of who says what: the questions it stands in, those it may join, or the one it offers. */
export interface ClaimAccounts {
  cards: QuestionCard[];
  may_join: { number: number; point: string; value: string }[];
  /** The point to begin with, where accounts differ on the claim and no question holds it. */
  offered_point: string | null;
  may_keep: boolean;
}

/** `is_disputed`: the verdict on the claim is that accounts differ. */
export async function claimAccounts(
  claim: ClaimSaid,
  questions: readonly QuestionFound[],
  { is_disputed, ...surroundings }: CardSurroundings & { is_disputed: boolean },
): Promise<ClaimAccounts> {
  const open = questions.filter((question) => question.withdrawn_at === null);
  const holding = open.filter((question) => question.accounts.some((account) => account.claim_id === claim.id));
  const cards: QuestionCard[] = [];
  for (const question of holding) cards.push(await cardOf(question, surroundings));
  const may_keep = may(surroundings.article.role, 'keep_accounts');
  if (holding.length > 0 || !may_keep) return { cards, may_join: [], offered_point: null, may_keep };
  const may_join = open
    .filter((question) => is_disputed || offersFor(question.accounts, [claim]).like.length > 0)
    .map(({ number, point }) => ({ number, point, value: `${claim.number}.${accountOfClaim(claim).position}` }));
  return { cards, may_join, offered_point: is_disputed ? questionOfClaim(claim).point : null, may_keep };
}
