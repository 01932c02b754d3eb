// The model of the page of questions, and what all pages of questions have.
import type { ArticleFound } from '#src/articles/store.ts';
import type { ArticleTab } from '#src/articles/tabs.ts';
import type { VersionText } from '#src/articles/version-text-store.ts';
import { cutAtWord } from '#src/cut-at-word.ts';
import type { Option, RefusedForm } from '#src/http/form.ts';
import type { PageFrame } from '#src/http/render.ts';
import { may } from '#src/people/permissions.ts';
import type { Discretion } from '#src/sources/held-back/discretion.ts';
import { type ClaimSaid, questionOfClaim } from './claim-account.ts';
import type { Looking } from './from-source.ts';
import { type CardSurroundings, cardOf, type QuestionCard } from './question-view.ts';
import type { QuestionFound } from './store.ts';
import { type Told, valuesOfTold } from './told-account.ts';
import { figureTyped } from './value.ts';

/** What all pages of the subject are made from. */
export interface AccountsMaterial {
  article: ArticleFound;
  /** What this reader may see of whatever was typed. */
  discretion: Discretion;
  ground: VersionText;
  claims: ClaimSaid[];
  /** What an account may come from, for the list under its field: claims, and the sources that the article uses. */
  origins: Option[];
  /** What accounts rest on, as this reader may see it. */
  present: Looking;
  now: string;
}

export interface AccountsFrame extends PageFrame {
  article: { number: number; title: string; language: string };
  tab: ArticleTab;
  may_keep: boolean;
  origins: Option[];
}

export interface AccountsPage extends AccountsFrame {
  cards: QuestionCard[];
  withdrawn: { number: number; point: string; reason: string }[];
  /** Claims with the verdict "accounts differ" that stand in no question yet. */
  waiting: { number: number; statement: string }[];
  values: Record<string, string>;
}

interface AccountsAsked {
  /** The claim that fills the form in. */
  from_claim?: number | undefined;
  /** What is noted already and fills the first account in. */
  told?: { told: Told; claim_number: number | null } | null | undefined;
  refused?: RefusedForm | undefined;
}

/** All questions of the article, and the form for one more; `refused` is that form shown again. */
export async function accountsPage(
  material: AccountsMaterial,
  questions: QuestionFound[],
  { from_claim, told, refused }: AccountsAsked,
): Promise<AccountsPage> {
  const { article, claims } = material;
  const open = questions.filter((question) => question.withdrawn_at === null);
  const cards: QuestionCard[] = [];
  for (const question of open) cards.push(await cardOf(question, surroundingsOf(material)));
  const asked = new Set(cards.flatMap((card) => card.claims));
  const waiting = claims.filter((claim) => claim.is_disputed && !claim.is_dropped && !asked.has(claim.number));
  const claim = claims.find((one) => one.number === (told?.claim_number ?? from_claim) && !one.is_dropped);
  return {
    ...frameOf(material),
    title: `Who says what · ${cutAtWord(article.title, 40)}`,
    cards,
    withdrawn: questions
      .filter((question) => question.withdrawn_at !== null)
      .map(({ number, point, withdrawal_reason }) => ({ number, point, reason: withdrawal_reason })),
    waiting: waiting.map(({ number, statement }) => ({ number, statement })),
    values: {
      ...(claim && valuesOfQuestion(claim)),
      ...(told && { figure: '', ...valuesOfTold(told.told, { unit: unitOf(claim), ...article }) }),
    },
    ...refused,
  };
}

function unitOf(claim: ClaimSaid | undefined): string | null {
  return claim?.figures[0]?.unit ?? null;
}

function valuesOfQuestion(claim: ClaimSaid): Record<string, string> {
  const { point, first } = questionOfClaim(claim);
  const { party_name, party_role, value, quote, figure } = first;
  const typed = figure === null ? '' : figureTyped(figure);
  return { point, party_name, party_role, value, quote, figure: typed, from: `claim ${claim.number}` };
}

/** What all pages of questions share. */
export function frameOf({ article, origins }: AccountsMaterial): Omit<AccountsFrame, 'title'> {
  return {
    nav: 'articles',
    where: article.desk_name,
    article: { number: article.number, title: article.title, language: article.language },
    tab: 'accounts' as const,
    may_keep: may(article.role, 'keep_accounts'),
    origins,
  };
}

/** What a card needs besides its question. */
export function surroundingsOf({ article, ground, now, present }: AccountsMaterial): CardSurroundings {
  return { article, ground, now, present };
}
