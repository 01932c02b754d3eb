// The page on which each row of a sheet is seen where it will stand, before anything is taken in.
import type { ArticleFound } from '#src/articles/store.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import type { Context } from '#src/context.ts';
import { counted, oneOrCounted } from '#src/counted.ts';
import { cutAtWord } from '#src/cut-at-word.ts';
import { pagerOf } from '#src/http/pager.ts';
import { numberIn } from '#src/number-in.ts';
import { url } from '#src/paths.ts';
import { sayCommentsLeft } from '../columns/comment-lines.ts';
import { OWN_EXPORTED, OWN_UNREAD } from '../columns/sheet-columns.ts';
import { FIELD_LABELS } from '../columns/sheet-fields.ts';
import { countFates, FATES, planRows, type RowPlan } from '../placing/plan.ts';
import { hasNewStatuses, partsOf } from './columns-page.ts';
import { gatherGround, placeLines } from './gather-plan.ts';
import { rowOf } from './look-rows-view.ts';
import { MOST_LINES, type OpenSheet } from './open-sheet.ts';
import { sayFates } from './say-taken.ts';
import type { StagedSheet } from './staged.ts';

const ROWS_SHOWN = 100;
const SHOWN = [...FATES, 'changed', 'remarks', 'all'] as const;
export type Shown = (typeof SHOWN)[number];

const LABELS: Record<Shown, string> = {
  new: 'New claims',
  joins: 'Join a claim',
  tray: 'No place',
  nothing: 'Nothing new',
  changed: 'Other words',
  remarks: 'To look at',
  all: 'All',
};

/** What the address asks for. */
export function lookAsked(query: Record<string, unknown>): { show: Shown; page: number } {
  const page = numberIn(query.page) ?? 1;
  return { show: SHOWN.find((one) => one === query.show) ?? 'all', page };
}

interface Looked {
  staged: StagedSheet;
  open: OpenSheet;
  show: Shown;
  page: number;
}

/** The model of /articles/:id/sheets/:sheet. Throws GaveUp where placing the rows took too long. */
export async function lookPage(ctx: Context, article: ArticleFound, { staged, open, show, page }: Looked) {
  const ground = await getVersionText(ctx.db, article);
  const placed = await placeLines(ground, open.lines);
  const plans = await planRows(open.lines, placed, await gatherGround(ctx, article, ground));
  const counts = countFates(plans);
  const matching = plans.filter((plan) => isShown(plan, show));
  const { number: id } = article;
  const at = { id, sheet: staged.id };
  const query = { part: open.part, header: open.header };
  const takes = counts.new + counts.joins + counts.tray;
  return {
    title: `Look a spreadsheet over · ${cutAtWord(article.title, 40)}`,
    nav: 'articles' as const,
    where: article.desk_name,
    tab: 'text' as const,
    ...{ id, staged: staged.id, language: article.language, part: open.part, header: open.header, counts, show },
    file: staged.head.name,
    lead: `${sayFates(counts)}${sayCut(open)}`,
    remarks: [...remarksOf(staged, open), ...(await newStatuses(ctx, article, open))],
    parts: partsOf(staged, { id, part: open.part }),
    columns: open.columns.map(({ name, key, field }) => ({ name, words: columnWords(key, field) })),
    columns_href: url('claim_sheet_columns', at, query),
    views: viewsOf(plans, { show, href: (one) => url('claim_sheet', at, { ...query, show: one }) }),
    take_label: `Add ${counted(takes, 'row')}`,
    may_take: takes > 0,
    rows: matching.slice((page - 1) * ROWS_SHOWN, page * ROWS_SHOWN).map((plan) => rowOf(plan, { ground, id })),
    pager: pagerOf({ page, length: ROWS_SHOWN, count: matching.length, is_counted: true }, (to) =>
      url('claim_sheet', at, { ...query, show, page: to }),
    ),
  };
}

function isShown({ fate, placed, remarks }: RowPlan, show: Shown): boolean {
  if (show === 'all') return true;
  if (show === 'changed') return placed?.status === 'changed';
  return show === 'remarks' ? remarks.length > 0 : fate === show;
}

/** What is behind the rows that the desk reads. */
function sayCut({ rows }: OpenSheet): string {
  if (rows.length <= MOST_LINES) return '';
  return ` The desk reads ${MOST_LINES.toLocaleString('en')} rows for an article: what is behind them was left.`;
}

function remarksOf({ head }: StagedSheet, { part, columns, ...open }: OpenSheet): string[] {
  const others = head.sheets.filter(({ count }, at) => count > 0 && at + 1 !== part);
  const hidden = others.filter(({ is_hidden }) => is_hidden).length;
  const said = `${oneOrCounted(others.length, 'One more sheet holds', 'more sheets hold')} rows`;
  return [
    ...head.remarks,
    ...(head.sheets[part - 1]?.remarks ?? []),
    ...sayCommentsLeft(open, columns),
    ...(others.length > 0
      ? [`${said}${hidden > 0 ? `, ${hidden} of them hidden` : ''}: each is added by itself.`]
      : []),
  ];
}

async function newStatuses(ctx: Context, article: ArticleFound, open: OpenSheet): Promise<string[]> {
  if (!(await hasNewStatuses(ctx, article, open))) return [];
  return [
    'Some words of status mean no verdict yet, and suggest none. Say what they mean under “Change columns and status words”.',
  ];
}

function columnWords(key: string, field: OpenSheet['columns'][number]['field']): string {
  if (field !== '') return FIELD_LABELS[field];
  return OWN_UNREAD.includes(key) || key === OWN_EXPORTED
    ? 'the desk’s own: what is changed in it is not read'
    : 'not read';
}

function viewsOf(plans: readonly RowPlan[], { show, href }: { show: Shown; href: (one: Shown) => string }) {
  const views = SHOWN.map((one) => ({
    label: LABELS[one],
    count: plans.filter((plan) => isShown(plan, one)).length,
    is_current: one === show,
    href: href(one),
  }));
  return views.filter(({ count, is_current }) => count > 0 || is_current);
}
