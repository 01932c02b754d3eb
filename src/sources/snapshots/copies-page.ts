// Gathers the copies of a source for its pages, each looked at on the way as far as that is quick.
import type { Response } from 'express';
import type { Context } from '#src/context.ts';
import { listJobsOfPage } from '#src/jobs/store.ts';
import type { SourceFound } from '../card/store.ts';
import { type Discretion, seenIn } from '../held-back/discretion.ts';
import { watchSaid } from '../watch/said-page.ts';
import type { Altered } from './altered.ts';
import { CAPTURE_JOB, placeOfCopies } from './capture-commands.ts';
import { checkCopy } from './check-commands.ts';
import { maySeeCopies } from './policy.ts';
import { copySeen } from './seen.ts';
import { listSnapshots } from './store.ts';
import { type CopiesPart, copiesPart } from './view.ts';

/** More than that is left to the copy's own page, to each download and to `verify`. */
const LOOKED_AT_BYTES = 30_000_000;
const JOBS = 20;

/** The copies of a source that the caller has found through the actor; null where the actor may not know of any. */
export async function copiesOf(
  ctx: Context,
  source: SourceFound,
  { limit, discretion }: { limit: number; discretion: Discretion },
): Promise<CopiesPart | null> {
  if (!maySeeCopies(source.role, source)) return null;
  const snapshots = (await listSnapshots(ctx.db, source.id)).map((copy) => copySeen(discretion, copy));
  const altered = new Map<string, Altered[]>();
  let looked_at = 0;
  for (const snapshot of snapshots) {
    looked_at += snapshot.size;
    if (looked_at <= LOOKED_AT_BYTES) altered.set(snapshot.id, await checkCopy(ctx, snapshot));
  }
  const of = { kind: CAPTURE_JOB, back: placeOfCopies(source.number), limit: JOBS };
  const jobs = (await listJobsOfPage(ctx.db, of)).map((job) => seenIn(discretion, job, ['message']));
  const watch = await watchSaid(ctx, source);
  return copiesPart(source, { snapshots, altered, jobs, watch }, { person_id: ctx.actor.id, now: ctx.at, limit });
}

/** The most bytes that one request may bring, as the app was told. */
export function limitOf(res: Response): number {
  return res.app.get('upload limit') as number;
}
