// The rows of a list of articles: how far each is, who has it in hand, when it is due.
import type { ArticleFound } from '#src/articles/store.ts';
import { listVerdicts } from '#src/claims/store.ts';
import type { VerdictTable } from '#src/claims/tables.ts';
import type { Context } from '#src/context.ts';
import { counted } from '#src/counted.ts';
import { needed } from '#src/item-at.ts';
import { listNames } from '#src/people/person-store.ts';
import { progressOf } from '#src/progress/gather-progress.ts';
import { countIn, type Progress } from '#src/progress/progress.ts';
import { articlesSeen } from '#src/sources/held-back/article-seen.ts';
import { dueOf } from '../head.ts';
import { doneOf } from '../head-counts.ts';
import { type Meter, meterOf } from '../marks.ts';

export interface ArticleRow {
  number: number;
  title: string;
  language: string;
  outlet: string;
  desk_name: string;
  reading: { said: string; meter: Meter };
  claims: { said: string; meter: Meter };
  people: { display_name: string; initials: string }[];
  due: ReturnType<typeof dueOf>;
}

/** The rows of these articles, in their order, in a question for the articles, one for the people and one for each desk. */
export async function articleRows(ctx: Context, articles: ArticleFound[]): Promise<ArticleRow[]> {
  const shown = await articlesSeen(ctx, articles);
  const progress = await progressOf(ctx, articles);
  const verdicts = await verdictsOf(ctx, articles);
  const hands = new Set([...progress.values()].flatMap((one) => one.hands));
  const names = (await listNames(ctx.db, [...hands])).sort(byName);
  return shown.map((article) => {
    const { number, title, language, outlet, desk_name } = article;
    const of = needed(progress.get(article.id), 'the progress of the article');
    return {
      ...{ number, title, language, outlet, desk_name },
      reading: readingOf(of),
      claims: claimsOf(of, verdicts.get(article.desk_id) ?? []),
      people: names.filter(({ id }) => of.hands.includes(id)),
      due: dueOf(article.deadline_at, article.time_zone, ctx.at),
    };
  });
}

async function verdictsOf({ db }: Context, articles: ArticleFound[]): Promise<Map<string, VerdictTable[]>> {
  const verdicts = new Map<string, VerdictTable[]>();
  for (const { desk_id } of articles)
    if (!verdicts.has(desk_id)) verdicts.set(desk_id, await listVerdicts(db, desk_id));
  return verdicts;
}

function byName(one: { display_name: string }, other: { display_name: string }): number {
  return one.display_name < other.display_name ? -1 : one.display_name > other.display_name ? 1 : 0;
}

function readingOf({ words_erased, sentences, unread, initialled, leftovers }: Progress): ArticleRow['reading'] {
  if (words_erased) return { said: 'words erased', meter: meterOf(1, []) };
  const read: [string, number][] = [
    ['plain', sentences - unread - initialled],
    ['nothing-to-check', initialled],
  ];
  const left = unread > 0 ? counted(unread, 'sentence') : leftovers ? counted(leftovers, 'leftover') : null;
  if (left === null) return { said: 'every sentence read', meter: meterOf(1, [['whole', 1]]) };
  return { said: `${left} left`, meter: meterOf(sentences, read) };
}

function claimsOf({ claims }: Progress, verdicts: VerdictTable[]): ArticleRow['claims'] {
  const total = claims.reduce((sum, { count }) => sum + count, 0);
  const said = total === 0 ? 'no claims yet' : `${countIn({ claims }, 'closed')} of ${total} done`;
  return { said, meter: meterOf(total, doneOf({ claims }, verdicts)) };
}
