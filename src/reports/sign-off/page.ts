// What the page of sign-off shows: the checks by how they stand, and what ended of reasons and waivers.
import type { ArticleFound } from '#src/articles/store.ts';
import type { ArticleTab } from '#src/articles/tabs.ts';
import type { Context } from '#src/context.ts';
import { cutAtWord } from '#src/cut-at-word.ts';
import { sayTime } from '#src/dates.ts';
import type { RefusedForm } from '#src/http/form.ts';
import type { PageFrame } from '#src/http/render.ts';
import { itemsIn } from '#src/signoff/answers.ts';
import { noteLapsed } from '#src/signoff/commands.ts';
import { signOffOn } from '#src/signoff/gather-sign-off.ts';
import type { AnswerFound } from '#src/signoff/store.ts';
import { listCorrections } from '../complaints/correction-store.ts';
import { gatherParts } from '../gather-parts.ts';
import type { PartLink } from '../report-parts.ts';
import { groundToSign, type SignPanel, signPanel } from '../signing/sign-panel.ts';
import { type CheckCard, type CheckGroup, groupsOf, type Teller } from './view.ts';

export interface SignOffPage extends PageFrame {
  article: { number: number; title: string; language: string };
  tab: ArticleTab;
  parts: PartLink[];
  profile: string;
  groups: CheckGroup[];
  /** The checks that hold, one behind the other. */
  holds: CheckCard[];
  off: CheckCard[];
  ended: EndedAnswer[];
  /** For whoever may sign. */
  sign: SignPanel | null;
}

export interface EndedAnswer {
  rule: string;
  /** "Waived", "Reason". */
  kind: string;
  words: string;
  of: string[];
  given: string;
  ended: string;
}

/**
 * The page as it stands now. What of reasons and waivers is found to hold no more is noted in the log. `refused` is one of
 * its forms shown again. GaveUp where reading the text took too long.
 */
export async function signOffPage(ctx: Context, article: ArticleFound, refused?: RefusedForm): Promise<SignOffPage> {
  const corrections = (await listCorrections(ctx.db, article.id)).filter((one) => one.withdrawn_at === null).length;
  const ground = await groundToSign(ctx, article, corrections);
  const { results, answers, lapsed, profile } = await signOffOn(ground);
  await noteLapsed(ctx, article, lapsed);
  const { number, title, language, role, time_zone } = article;
  const teller: Teller = {
    id: number,
    role,
    person_id: ctx.actor.id,
    answers: new Map(answers.map((answer) => [answer.id, answer])),
    when: (at) => sayTime(at, time_zone, ctx.at),
  };
  const { groups, holds, off } = groupsOf(results, teller);
  const gone = new Set(lapsed.map(({ id }) => id));
  return {
    title: `Sign-off · ${cutAtWord(title, 40)}`,
    nav: 'articles',
    where: article.desk_name,
    article: { number, title, language },
    tab: 'report' as const,
    parts: await gatherParts(ctx, article, 'sign_off'),
    profile,
    groups,
    holds,
    off,
    ended: answers
      .filter(({ id, ended_at }) => ended_at !== null || gone.has(id))
      .map((answer) => endedAnswer(answer, teller, ctx.at)),
    sign: await signPanel(ctx, article, ground),
    ...refused,
  };
}

function endedAnswer(answer: AnswerFound, { when }: Teller, now: string): EndedAnswer {
  const { rule, kind, words, given_by_name, given_at, ended_why, ended_at } = answer;
  const why = ended_why === 'withdrawn' ? 'Withdrawn' : 'Lapsed, since what it rested on changed,';
  return {
    rule,
    kind: kind === 'waiver' ? 'Waived' : 'Reason',
    words,
    of: itemsIn(answer).map(({ label }) => label),
    given: `${given_by_name}, ${when(given_at)}`,
    ended: `${why} ${when(ended_at ?? now)}.`,
  };
}
