// The numbers of a desk over some days, asked of its stores: counts only, of no single person.
import type { VerdictTable } from '#src/claims/tables.ts';
import type { Context } from '#src/context.ts';
import { localOf } from '#src/dates.ts';
import type { DeskFound } from '#src/people/desk-store.ts';
import { may } from '#src/people/permissions.ts';
import { listVerdicts } from '#src/people/verdict-store.ts';
import { CHANGE_KINDS, type ChangeKind } from '#src/reading/consistency/change-kind.ts';
import { readKinds } from './kinds-commands.ts';
import { countOpen, type OpenKind } from './open-store.ts';
import { countSigned } from './signed-store.ts';
import { type Period, periodsOf, type Span } from './span.ts';
import {
  type CorrectionCount,
  countCorrections,
  countFixes,
  countVerdicts,
  type FixCount,
  firstClosedAt,
} from './store.ts';

export interface Numbers {
  kinds: KindCount[];
  /** Of the corrections, those on the outlet's page. */
  printed: number;
  signed: number;
  verdicts: VerdictsOverTime;
  /** Today, whatever the days; null where it is not the reader's to know. */
  open: Record<OpenKind, number | null>;
}

export interface KindCount {
  kind: ChangeKind;
  /** In the copy: in a version up to the first that was signed, or in a later one alone. */
  before_print: number;
  after_print: number;
  agreed: number;
  asked: number;
  refused: number;
  corrections: number;
}

export interface VerdictsOverTime {
  periods: Period[];
  /** Those that are counted at all, in the desk's order. */
  verdicts: VerdictTable[];
  /** By period, of each of these verdicts. */
  counts: number[][];
}

/** In a fixed number of questions, none of which reads the whole of a table that grows. */
export async function gatherNumbers(ctx: Context, desk: DeskFound, span: Span): Promise<Numbers> {
  const days = { desk_id: desk.id, since: span.since, until: span.until };
  await readKinds(ctx.db, days);
  const corrections = await countCorrections(ctx.db, days);
  return {
    kinds: kindsOf(await countFixes(ctx.db, days), corrections),
    printed: corrections.reduce((sum, { printed }) => sum + Number(printed), 0),
    signed: await countSigned(ctx.db, days),
    verdicts: await verdictsOverTime(ctx, desk, span),
    open: {
      question: await countOpen(ctx.db, 'question', desk.id),
      query: may(desk.role, 'read_queries') ? await countOpen(ctx.db, 'query', desk.id) : null,
      complaint: may(desk.role, 'read_complaints') ? await countOpen(ctx.db, 'complaint', desk.id) : null,
    },
  };
}

function kindsOf(fixes: readonly FixCount[], corrections: readonly CorrectionCount[]): KindCount[] {
  return CHANGE_KINDS.map((kind) => {
    const ours = fixes.filter((one) => (one.kind ?? 'other') === kind);
    const sum = (some: readonly { count: number | string }[]) =>
      some.reduce((whole, { count }) => whole + Number(count), 0);
    const in_state = (state: FixCount['state']) => ours.filter((one) => one.state === state);
    return {
      kind,
      before_print: sum(in_state('in_copy').filter(({ is_after }) => is_after === 0)),
      after_print: sum(in_state('in_copy').filter(({ is_after }) => is_after === 1)),
      agreed: sum(in_state('agreed')),
      asked: sum(in_state('asked')),
      refused: sum(in_state('refused')),
      corrections: sum(corrections.filter((one) => (one.kind ?? 'other') === kind)),
    };
  });
}

async function verdictsOverTime({ db }: Context, desk: DeskFound, span: Span): Promise<VerdictsOverTime> {
  const first = await firstClosedAt(db, desk.id);
  const none = { periods: [], verdicts: [], counts: [] };
  if (first === '' || first >= span.until) return none;
  // Before the first claim that is done there is nothing to draw.
  const begin = localOf(first, desk.time_zone).slice(0, 10);
  const from = span.from > begin || (span.name !== 'all' && span.from !== '') ? span.from : begin;
  const periods = periodsOf({ from, to: span.to }, desk.time_zone);
  const found = await countVerdicts(db, desk.id, periods);
  if (found.length === 0) return none;
  const verdicts = (await listVerdicts(db, desk.id)).filter(({ id }) => found.some((one) => one.verdict_id === id));
  const countAt = (place: number, id: string) =>
    Number(found.find((one) => one.place === place && one.verdict_id === id)?.count ?? 0);
  return { periods, verdicts, counts: periods.map((_, place) => verdicts.map(({ id }) => countAt(place, id))) };
}
