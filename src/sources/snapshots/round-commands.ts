// The verb by which desks capture their sources again, some each hour.
import { type Context, systemContext, transact } from '#src/context.ts';
import { later } from '#src/dates.ts';
import { askForJob } from '#src/jobs/commands.ts';
import { wakeWorkers } from '#src/jobs/worker-signal.ts';
import { url } from '#src/paths.ts';
import { lockLibrary } from '../card/store.ts';
import { spread } from './round-rules.ts';
import { isUnderWay, listDesksOnRounds, listDue, updateLookedAt } from './round-store.ts';

export const ROUND_JOB = 'snapshot.round';

const DAY = 24 * 3_600_000;
/** A source that only articles use which were put away earlier is not captured any more. */
const FOLLOWED_DAYS = 90;
const MOST_LOOKED_AT = 500;

export interface RoundInput {
  desk_id: string;
  slug: string;
  source_ids: string[];
  /** Where the one before was fetched from. */
  last_host: string;
}

/**
 * Begins a round at each desk that captures its sources again, where something is due and none is under way. For the
 * worker's own hour; any number of processes may call it at once.
 */
export async function beginRounds(ctx: Context): Promise<void> {
  for (const desk of await listDesksOnRounds(ctx.db)) await transact(ctx, (ctx) => beginRound(ctx, desk));
  wakeWorkers();
}

async function beginRound(
  ctx: Context,
  { id: desk_id, slug, capture_days }: { id: string; slug: string; capture_days: number },
): Promise<void> {
  await lockLibrary(ctx.db, desk_id);
  if (await isUnderWay(ctx.db, { kind: ROUND_JOB, desk_id })) return;
  const due = await listDue(ctx.db, {
    ...{ desk_id, now: ctx.at, before: later(ctx.at, -capture_days * DAY), limit: MOST_LOOKED_AT },
    put_away_after: later(ctx.at, -FOLLOWED_DAYS * DAY),
  });
  const isWanted = (one: (typeof due)[number]) => one.is_used && one.is_confidential === 0 && one.url !== '';
  const passed_over = due.filter((one) => !isWanted(one)).map(({ id }) => id);
  await updateLookedAt(ctx.db, passed_over, ctx.at);
  await askForNext(ctx, { desk_id, slug, source_ids: spread(due.filter(isWanted)), last_host: '' });
}

/** Asks for the next capture of a round: each is work of its own, so that what people ask for has its turn between them. */
export async function askForNext(ctx: Context, input: RoundInput): Promise<void> {
  if (input.source_ids.length === 0) return;
  const { desk_id, slug } = input;
  const wanted = { kind: ROUND_JOB, desk_id, title: 'Capturing sources again', back: url('desk', { slug }), input };
  await askForJob(systemContext(ctx.db, ctx.at), wanted);
}
