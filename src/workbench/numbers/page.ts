// What the page of a desk’s numbers shows: fixes, verdicts over time, what is open, what was signed.
import type { Context } from '#src/context.ts';
import { counted } from '#src/counted.ts';
import { itemAt } from '#src/item-at.ts';
import { url } from '#src/paths.ts';
import type { DeskFound } from '#src/people/desk-store.ts';
import type { ChangeKind } from '#src/reading/consistency/change-kind.ts';
import { meterOf } from '../marks.ts';
import { columnsPlot } from './columns-plot.ts';
import { gatherNumbers, type KindCount, type Numbers, type VerdictsOverTime } from './gather-numbers.ts';
import { openRows, signedRows } from './open-page.ts';
import { askedBy, SPANS, type Span, unitOf } from './span.ts';

const OPEN_SHOWN = 15;
const SIGNED_SHOWN = 20;

/** One of them, several of them, and the head of their row. */
const KIND_WORDS: Record<ChangeKind, { one: string; many: string; row: string }> = {
  number: { one: 'number', many: 'numbers', row: 'Numbers' },
  name: { one: 'name', many: 'names', row: 'Names' },
  quotation: { one: 'quotation', many: 'quotations', row: 'Quotations' },
  date: { one: 'date', many: 'dates', row: 'Dates' },
  attribution: { one: 'attribution', many: 'attributions', row: 'Who said it' },
  other: { one: 'other', many: 'others', row: 'Other words' },
};

/** The model of /desks/:slug/numbers. */
export async function numbersPage(ctx: Context, desk: DeskFound, span: Span) {
  const numbers = await gatherNumbers(ctx, desk, span);
  const { open, signed } = numbers;
  const days = { desk_id: desk.id, since: span.since, until: span.until };
  const opens = Object.values(open).reduce((sum: number, count) => sum + (count ?? 0), 0);
  return {
    title: `What we caught · ${desk.name}`,
    nav: 'desks',
    where: desk.name,
    slug: desk.slug,
    desk_name: desk.name,
    span: spanShown(span, desk.slug),
    caught: caughtOf(numbers),
    signed: { count: signed, rows: await signedRows(ctx, desk, { ...days, limit: SIGNED_SHOWN }) },
    verdicts: verdictsOf(numbers.verdicts),
    open: { count: opens, said: openSaid(open), rows: await openRows(ctx, desk, { open, limit: OPEN_SHOWN }) },
    file: (table: string) => url('desk_numbers_file', { slug: desk.slug }, { table, ...askedBy(span) }),
  };
}

function spanShown(span: Span, slug: string) {
  const choices = Object.entries(SPANS).map(([name, label]) => ({
    label,
    href: url('desk_numbers', { slug }, name === '30' ? {} : { span: name }),
    is_chosen: span.name === name,
  }));
  return { choices, said: span.said, from: span.from, to: span.to };
}

function caughtOf({ kinds, printed }: Numbers) {
  const sum = (name: Exclude<keyof KindCount, 'kind'>) => kinds.reduce((whole, one) => whole + one[name], 0);
  const in_copy = (one: KindCount) => one.before_print + one.after_print;
  const most = Math.max(...kinds.map(in_copy));
  const whole = sum('before_print') + sum('after_print');
  const parts = kinds.filter((one) => in_copy(one) > 0).sort((one, other) => in_copy(other) - in_copy(one));
  const sorted = [...parts.filter(({ kind }) => kind !== 'other'), ...parts.filter(({ kind }) => kind === 'other')];
  const fixes = whole + sum('agreed') + sum('asked') + sum('refused');
  const bar = (one: KindCount) =>
    meterOf(most, [
      ['before', one.before_print],
      ['after', one.after_print],
    ]);
  return {
    in_copy: whole,
    headline: whole === 0 ? '' : `${sayList(sorted.map((one) => sayKind(one.kind, in_copy(one))))}.`,
    after_print: sum('after_print'),
    corrections: sum('corrections'),
    printed,
    is_empty: fixes + sum('corrections') === 0,
    rows: kinds.map((one) => ({
      ...one,
      name: KIND_WORDS[one.kind].row,
      in_copy: in_copy(one),
      is_none: isNone(one),
      bar: bar(one),
    })),
    sums: {
      ...{ before_print: sum('before_print'), after_print: sum('after_print'), corrections: sum('corrections') },
      ...{ agreed: sum('agreed'), asked: sum('asked'), refused: sum('refused') },
    },
  };
}

function isNone({ kind: _, ...counts }: KindCount): boolean {
  return Object.values(counts).every((count) => count === 0);
}

function sayKind(kind: ChangeKind, count: number): string {
  const { one, many } = KIND_WORDS[kind];
  return counted(count, one, many);
}

/** "6 numbers, 3 names and 1 date". */
function sayList(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function verdictsOf(over_time: VerdictsOverTime) {
  const { periods, verdicts, counts } = over_time;
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return null;
  const unit = unitOf({ from: first.from, to: last.to });
  const sumOf = (some: readonly number[]) => some.reduce((sum, count) => sum + count, 0);
  const sum = sumOf(counts.map(sumOf));
  const ok = sumOf(counts.map((some) => sumOf(some.filter((_, index) => verdicts[index]?.meaning === 'ok'))));
  return {
    unit,
    wide: columnsPlot(over_time, { width: 'wide', unit }),
    narrow: columnsPlot(over_time, { width: 'narrow', unit }),
    sum,
    finding: `${ok.toLocaleString('en')} of ${counted(sum, 'claim')} ${ok === 1 ? 'was' : 'were'} OK as ${ok === 1 ? 'it' : 'they'} stood.`,
    key: verdicts.map(({ desk_label, mark, colour }, index) => ({
      ...{ label: desk_label, mark, colour },
      count: sumOf(counts.map((some) => itemAt(some, index))),
    })),
    rows: periods.map(({ said }, at) => ({ said, counts: itemAt(counts, at), sum: sumOf(itemAt(counts, at)) })),
  };
}

/** "2 questions, 1 query to answer, 1 complaint to decide": what the reader may know of. */
function openSaid({ question, query, complaint }: Numbers['open']): string {
  const parts = [
    question && `${counted(question, 'question')} on which accounts differ`,
    query && `${counted(query, 'query', 'queries')} without an answer`,
    complaint && `${counted(complaint, 'complaint')} nobody has decided`,
  ];
  return parts.filter(Boolean).join(', ');
}
