// The verb of what a desk says of itself in its reports.
import { record } from '#src/audit/log.ts';
import { type Context, transact } from '#src/context.ts';
import { StaleEdit } from '#src/errors.ts';
import { fieldsThatDiffer } from '#src/fields-that-differ.ts';
import { getDeskToManage } from '../desk-store.ts';
import { assertManagesDesk } from '../policy.ts';
import { NO_STATEMENT, type Statement } from './statement.ts';
import { findStatement, insertStatement, updateStatement } from './statement-store.ts';

export interface StatementChange extends Omit<Statement, 'method' | 'copies_public'> {
  /** Left out: not handed out. */
  copies_public?: boolean;
  /** The revision that the form showed: 0 where the desk had said nothing. */
  revision: number;
}

type Said = Record<'interests' | 'complaints_to', string> & {
  answer_days: number;
  names_public: 0 | 1;
  copies_public: 0 | 1;
};

/**
 * Changes what reports say of the desk: its interests, where complaints go, the days to answer, whether the public reads
 * names. Reports that are signed stay as they are. Without a difference nothing happens. Throws NotFound, Forbidden
 * (reviewers and guests), StaleEdit.
 */
export async function changeStatement(ctx: Context, slug: string, input: StatementChange): Promise<void> {
  await transact(ctx, async (ctx) => {
    const desk = await getDeskToManage(ctx, slug, 'lock');
    assertManagesDesk(ctx.actor, desk.role, 'change_desk');
    const stored = await findStatement(ctx.db, desk.id);
    const before = saidIn({ ...NO_STATEMENT, ...stored });
    const after = saidIn(input);
    const changes = fieldsThatDiffer(before, after);
    if (Object.keys(changes.after).length === 0) return;
    if (input.revision !== (stored?.revision ?? 0)) throw staleStatement(before, after, stored?.revision ?? 0);
    await (stored ? updateStatement : insertStatement)(ctx.db, { desk_id: desk.id, ...after });
    await record(ctx, {
      chain: desk.id,
      verb: 'desk.statement_changed',
      subject: `desk:${desk.id}`,
      ...changes,
    });
  });
}

function saidIn(
  said: Pick<StatementChange, 'interests' | 'complaints_to' | 'answer_days'> & {
    names_public: unknown;
    copies_public?: unknown;
  },
) {
  const { interests, complaints_to, answer_days } = said;
  const flags = { names_public: said.names_public ? 1 : 0, copies_public: said.copies_public ? 1 : 0 } as const;
  return { interests, complaints_to, answer_days, ...flags } satisfies Said;
}

function staleStatement(before: Said, after: Said, revision: number): StaleEdit {
  return new StaleEdit(inWords(after), inWords(before), {
    revision,
    values: valuesOfStatement(before),
    labels: LABELS,
  });
}

/** What the fields of its form hold. */
export function valuesOfStatement(said: Pick<Said, 'interests' | 'complaints_to' | 'answer_days'> & Flags) {
  const { interests, complaints_to, answer_days, names_public, copies_public } = said;
  const flags = { names_public: names_public ? '1' : '', copies_public: copies_public ? '1' : '' };
  return { interests, complaints_to, answer_days: String(answer_days), ...flags };
}

type Flags = { names_public: unknown; copies_public: unknown };

function inWords(said: Said): Record<string, string> {
  const { names_public, copies_public, ...words } = valuesOfStatement(said);
  return { ...words, names_public: names_public ? 'yes' : 'no', copies_public: copies_public ? 'yes' : 'no' };
}

const LABELS = {
  interests: 'Conflicts of interest',
  complaints_to: 'Where complaints go',
  answer_days: 'Days to answer a complaint',
  names_public: 'Name people in public reports',
  copies_public: 'Include saved copies in public ZIPs',
};
