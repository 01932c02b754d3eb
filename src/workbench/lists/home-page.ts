// A person's own desk: what waits for them, nearest deadline first, and the articles of their desks.
import { allOf } from '#src/all-of.ts';
import { listWaiting } from '#src/claims/waiting-store.ts';
import type { Context } from '#src/context.ts';
import { counted } from '#src/counted.ts';
import { localOf } from '#src/dates.ts';
import { type DeskFound, listDesksOf } from '#src/people/desk-store.ts';
import { onlyDesk } from '#src/people/only-desk.ts';
import { may, type Permission } from '#src/people/permissions.ts';
import { type ForEditor, listForEditor } from '#src/reviews/fixes/store.ts';
import { type ForLegal, listForLegal } from '#src/reviews/legal/waiting-store.ts';
import { dueOf } from '../head.ts';
import { type ArticleRow, articleRows } from './article-rows-page.ts';
import { gatherListed } from './gather-listed.ts';
import { repliesDueToday } from './gather-replies-due.ts';
import { listFilterIn } from './list-filter.ts';
import { waitingShown } from './waiting-view.ts';

const ARTICLES_SHOWN = 10;

/** The model of / for the person who is signed in. */
export async function homePage(ctx: Context) {
  if (ctx.actor.kind !== 'person') throw new TypeError('The page of one’s own desk needs a person.');
  const desks = await listDesksOf(ctx);
  const mayAt = (permission: Permission) => desks.some(({ role }) => may(role, permission));
  const { found, for_legal, for_editor, replies, rows } = await allOf({
    found: listWaiting(ctx, ctx.actor.id, desks),
    rows: firstRows(ctx, desks),
    for_legal: mayAt('clear_for_legal') ? listForLegal(ctx) : [],
    for_editor: mayAt('decide_fixes') ? listForEditor(ctx) : [],
    replies: mayAt('note_contacts') ? repliesDueToday(ctx, ctx.actor.id) : [],
  });
  const waiting = waitingShown(found, ctx.at);
  const says_none = desks.length > 0 && [for_legal, for_editor, replies].every(({ length }) => length === 0);
  const first_name = ctx.actor.display_name.split(' ')[0] ?? ctx.actor.display_name;
  const greeting = greetingAt(localOf(ctx.at, desks[0]?.time_zone ?? 'UTC'));
  return {
    title: 'My desk',
    nav: 'home',
    where: onlyDesk(desks),
    heading: `${greeting}, ${first_name}.${waiting.claims > 0 || says_none ? ` ${waitingSaid(waiting.claims)}` : ''}`,
    has_desk: desks.length > 0,
    numbers: desks.map(({ slug, name }) => ({ slug, name })),
    may_take_in: mayAt('take_article_in'),
    waiting,
    for_legal: for_legal.map((row) => forLegal(row, ctx.at)),
    for_editor: for_editor.map((row) => forEditor(row, ctx.at)),
    replies,
    rows,
  };
}

async function firstRows(ctx: Context, desks: DeskFound[]): Promise<ArticleRow[]> {
  const { articles } = await gatherListed(ctx, listFilterIn({}), { desks, limit: ARTICLES_SHOWN });
  return articleRows(ctx, articles);
}

function forEditor({ number, title, language, fixes, queries, deadline_at, time_zone }: ForEditor, now: string) {
  return {
    number,
    title,
    language,
    fixes: fixes === 0 ? '' : `${counted(fixes, 'fix', 'fixes')} to decide`,
    queries: queries === 0 ? '' : `${counted(queries, 'query', 'queries')} to answer`,
    due: dueOf(deadline_at, time_zone, now),
  };
}

function forLegal({ number, title, language, is_whole, held, deadline_at, time_zone }: ForLegal, now: string) {
  const waits = [is_whole && 'the latest version', held > 0 && counted(held, 'held claim')].filter(Boolean).join(', ');
  return { number, title, language, waits, due: dueOf(deadline_at, time_zone, now) };
}

function greetingAt(local: string): string {
  const hour = Number(local.slice(11, 13));
  if (hour >= 5 && hour < 12) return 'Good morning';
  return hour >= 12 && hour < 18 ? 'Good afternoon' : 'Good evening';
}

const NUMBERS = ['', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve'];

function waitingSaid(count: number): string {
  if (count === 0) return 'Nothing waits for you.';
  return count === 1 ? 'One claim waits for you.' : `${NUMBERS[count] ?? count} claims wait for you.`;
}
