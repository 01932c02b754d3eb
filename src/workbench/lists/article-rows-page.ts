// The rows of a list of articles: what blocks each, who has it in hand, and the one thing to do next.
import { allOf } from '#src/all-of.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import type { VerdictTable } from '#src/claims/tables.ts';
import type { Context } from '#src/context.ts';
import { needed } from '#src/item-at.ts';
import { listMembers } from '#src/people/member-store.ts';
import { may } from '#src/people/permissions.ts';
import { listNames } from '#src/people/person-store.ts';
import { listVerdicts } from '#src/people/verdict-store.ts';
import { progressOf } from '#src/progress/gather-progress.ts';
import { countIn, type Progress } from '#src/progress/progress.ts';
import { seeArticles } from '#src/sources/held-back/see-article.ts';
import { doneOf } from '../head-counts.ts';
import { type Meter, meterOf } from '../marks.ts';
import { listAftermath, listReportsOf } from './aftermath-store.ts';
import { type Blocking, blockingOf, type NextStep, nextStep, shortly } from './blocking.ts';
import { type DeskClock, deskClock, signedAt, type TimeLeft, timeLeft } from './time-left.ts';

export interface ArticleRow {
  number: number;
  title: string;
  language: string;
  /** Outlet or desk, and who has it in hand. */
  by: string;
  left: TimeLeft;
  blocking: { shown: Blocking[]; more: string };
  reading: { said: string; meter: Meter };
  claims: { said: string; meter: Meter };
  next: NextStep;
  /** Its editor may put it away with one press. */
  may_put_away: boolean;
}

/** The rows of these articles, in their order, in a question for the articles, their reports, and each desk. */
export async function articleRows(ctx: Context, articles: ArticleFound[]): Promise<ArticleRow[]> {
  const ids = articles.map(({ id }) => id);
  const { shown, progress, verdicts, members, ...signed } = await allOf({
    shown: seeArticles(ctx, articles),
    progress: progressOf(ctx, articles),
    reports: listReportsOf(ctx, ids),
    after: listAftermath(ctx, ids),
    verdicts: verdictsOf(ctx, articles),
    members: membersOf(ctx, articles),
  });
  const reports = new Map(signed.reports.map((report) => [report.article_id, report]));
  const after = new Map(signed.after.map((row) => [row.article_id, Number(row.complaints)]));
  const hands = new Set([...progress.values()].flatMap((one) => one.hands));
  const clocks = new Map<string, DeskClock>();
  for (const { time_zone } of articles) if (!clocks.has(time_zone)) clocks.set(time_zone, deskClock(ctx.at, time_zone));
  const names = (await namesOf(ctx, hands, members)).sort(byName);
  return shown.map((article) => {
    const of = needed(progress.get(article.id), 'the progress of the article');
    const report = reports.get(article.id);
    const signed = report?.version_number === article.latest_version_number ? report : undefined;
    const people = names.filter(({ id }) => of.hands.includes(id)).map(({ display_name }) => display_name);
    return {
      ...rowOf(
        article,
        { of, signed, people, complaints: after.get(article.id) ?? 0 },
        needed(clocks.get(article.time_zone), 'the clock of the desk'),
      ),
      claims: claimsOf(of, verdicts.get(article.desk_id) ?? []),
    };
  });
}

interface Found {
  of: Progress;
  signed: { number: number; signed_at: string } | undefined;
  people: string[];
  complaints: number;
}

function rowOf(
  article: ArticleFound,
  { of, signed, people, complaints }: Found,
  clock: DeskClock,
): Omit<ArticleRow, 'claims'> {
  const { number, title, language, outlet, desk_name, role } = article;
  const left = signed && complaints === 0 ? signedAt(signed.signed_at, clock) : timeLeft(article.deadline_at, clock);
  const meant = { number, role, complaints };
  const standing = { ...meant, is_today: left.is_today, signed: signed?.number ?? null };
  return {
    ...{ number, title, language, left },
    by: [outlet || desk_name, sayPeople(people)].filter(Boolean).join(' · '),
    blocking: shortly(blockingOf(of, meant)),
    reading: readingOf(of),
    next: nextStep(of, standing),
    may_put_away:
      signed !== undefined && complaints === 0 && may(role, 'put_articles_away') && article.put_away_at === null,
  };
}

const MOST_NAMED = 3;

/** By first names, as a desk says them: "Ben, Cleo", "Ben, Cleo and 4 more". */
function sayPeople(people: string[]): string {
  const first = people.map((name) => name.split(' ')[0] ?? name);
  if (first.length <= MOST_NAMED) return first.join(', ');
  return `${first.slice(0, MOST_NAMED - 1).join(', ')} and ${first.length - MOST_NAMED + 1} more`;
}

async function verdictsOf({ db }: Context, articles: ArticleFound[]): Promise<Map<string, VerdictTable[]>> {
  const desk_ids = [...new Set(articles.map(({ desk_id }) => desk_id))];
  const verdicts = await Promise.all(desk_ids.map(async (id) => [id, await listVerdicts(db, id)] as const));
  return new Map(verdicts);
}

type Named = { id: string; display_name: string };

/** Most who have something in hand are members of its desk, and are asked for before it is known who it is. */
async function membersOf({ db }: Context, articles: ArticleFound[]): Promise<Named[]> {
  const desk_ids = [...new Set(articles.map(({ desk_id }) => desk_id))];
  const members = (await Promise.all(desk_ids.map((id) => listMembers(db, id)))).flat();
  return members.map(({ person_id, display_name }) => ({ id: person_id, display_name }));
}

async function namesOf({ db }: Context, ids: ReadonlySet<string>, members: Named[]): Promise<Named[]> {
  const names = new Map(members.map((member) => [member.id, member]));
  for (const name of await listNames(
    db,
    [...ids].filter((id) => !names.has(id)),
  ))
    names.set(name.id, name);
  return [...names.values()].filter(({ id }) => ids.has(id));
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
  const left = unread > 0 ? unread : (leftovers ?? 0);
  if (left === 0) return { said: 'none', meter: meterOf(1, [['whole', 1]]) };
  return { said: left.toLocaleString('en'), meter: meterOf(sentences, read) };
}

function claimsOf({ claims }: Progress, verdicts: VerdictTable[]): ArticleRow['claims'] {
  const total = claims.reduce((sum, { count }) => sum + count, 0);
  const said = total === 0 ? 'none yet' : `${countIn({ claims }, 'closed')} of ${total}`;
  return { said, meter: meterOf(total, doneOf({ claims }, verdicts)) };
}
