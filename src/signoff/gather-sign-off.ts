// What the sign-off checks say of an article as it stands now, with the reasons and waivers given.
import { type ArticleView, gatherArticleView } from '#src/article-view/gather-article.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import { countDecisions } from '#src/claims/suggestions/store.ts';
import { listDismissals } from '#src/contacts/accused/store.ts';
import type { Context } from '#src/context.ts';
import { gatherFindings } from '#src/findings/gather-findings.ts';
import { getProfile } from '#src/people/profiles/store.ts';
import { lapsedAmong, missingIn, standingAnswers } from './answers.ts';
import { changedBackAmong } from './changed-back.ts';
import type { Leaking } from './check.ts';
import { type CheckResult, type SignOffInput, signOffOf } from './sign-off.ts';
import { type AnswerFound, listAnswers } from './store.ts';

export interface SignOff {
  results: CheckResult[];
  /** Reasons and waivers, those that ended too. */
  answers: AnswerFound[];
  /** Those among them that stand in the tables and hold no more: what they rest on has changed. */
  lapsed: AnswerFound[];
  profile: string;
}

export interface GroundWanted {
  /** The article from inside, where the caller has gathered it already. */
  view?: ArticleView;
  /** Where the public report names a confidential source; null or left out where nobody looked. */
  leaks?: readonly Leaking[] | null;
  /** How many corrections the report lists; none where nobody asks. */
  corrections?: number;
}

export interface SignOffWanted extends GroundWanted {
  /** The numbers of the claims that are to be signed open. */
  open?: Iterable<number>;
}

/** All that the checks look at, asked of the tables once. */
export interface SignOffGround extends Omit<SignOffInput, 'reasons' | 'waivers' | 'open'> {
  answers: AnswerFound[];
  changed_back: ReadonlySet<AnswerFound>;
  profile: string;
}

/** The article from inside, whoever asks, as the checks look at it. GaveUp where reading the text took too long. */
export function signOffView(ctx: Context, article: ArticleFound): Promise<ArticleView> {
  return gatherArticleView(ctx, { ...article, role: 'operator' }, 'inside');
}

/**
 * Holds the article against all checks, from inside, whoever asks: what may be told outside is said by the caller. The
 * caller has found the article through the person. GaveUp where reading the text took too long.
 */
export async function gatherSignOff(
  ctx: Context,
  article: ArticleFound,
  { open = [], ...wanted }: SignOffWanted = {},
): Promise<SignOff> {
  return signOffOn(await gatherSignOffGround(ctx, article, wanted), open);
}

/** The same, for whoever holds it against the checks more than once. */
export async function gatherSignOffGround(
  ctx: Context,
  article: ArticleFound,
  { view: known, leaks = null, corrections = 0 }: GroundWanted,
): Promise<SignOffGround> {
  const { db } = ctx;
  const view = known ?? (await signOffView(ctx, article));
  const levels = await getProfile(db, article.desk_id, article.profile_id);
  const answers = await listAnswers(db, article.id);
  const dismissed = await listDismissals(db, article.id);
  return {
    ...{ view, levels, leaks, corrections, answers },
    dismissed_names: new Set(dismissed.map(({ name_key }) => name_key)),
    suggestions: { suggested: view.suggested.length, ...(await countDecisions(db, article.id)) },
    findings: await gatherFindings(ctx, view),
    changed_back: new Set(await changedBackAmong(db, view, answers)),
    profile: levels.name,
  };
}

/** What the checks say of it, these claims being signed open. */
export async function signOffOn(ground: SignOffGround, open: Iterable<number> = []): Promise<SignOff> {
  const { answers, changed_back, profile } = ground;
  const look = (standing: readonly AnswerFound[]) =>
    signOffOf({ ...ground, open: new Set(open), ...standingAnswers(standing) });
  const results = await look(answers);
  const missingOf = (rule: AnswerFound['rule']) => results.filter((one) => one.rule === rule).flatMap(missingIn);
  const lapsed_now = new Set(lapsedAmong(answers, missingOf));
  const lapsed = answers.filter((one) => lapsed_now.has(one) || changed_back.has(one));
  if (lapsed.length === 0) return { results, answers, lapsed, profile };
  // What is missing is the same whoever answered; a lapsed answer answers nothing of it any more, whether that is noted or not.
  return { results: await look(answers.filter((one) => !lapsed.includes(one))), answers, lapsed, profile };
}
