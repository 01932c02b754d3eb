// The models of the copies of a source on its pages.
import { saySize } from '#src/counted.ts';
import type { RefusedForm } from '#src/http/form.ts';
import type { PageFrame } from '#src/http/render.ts';
import type { JobListed } from '#src/jobs/store.ts';
import { may } from '#src/people/permissions.ts';
import type { SourceFound } from '../card/store.ts';
import type { WatchSaid } from '../watch/said-page.ts';
import type { Altered } from './altered.ts';
import { type CopyLine, copyLine } from './copy-line-view.ts';
import { ACCEPTED, ACCEPTED_ENDINGS } from './kinds.ts';
import type { SnapshotListed } from './store.ts';

export interface UnderWay {
  id: string;
  message: string;
  progress: number;
  /** Null where it is the person's own. */
  whose: string | null;
}

/** The copies of a source, wherever they stand. */
export interface CopiesPart {
  source_number: number;
  host: string;
  may_keep: boolean;
  copies: CopyLine[];
  counted: string;
  under_way: UnderWay[];
  /** Why the person's last capture failed; '' where it did not. */
  failure: string;
  /** What became of the last tries at its address; null where it was never captured. */
  watch: WatchSaid | null;
  /** A sentence for each copy that is not what was saved. */
  alarms: string[];
  limit: string;
  accepted: string;
  accepted_endings: string;
}

export interface CopiesFound {
  snapshots: SnapshotListed[];
  altered: ReadonlyMap<string, Altered[]>;
  jobs: JobListed[];
  watch: WatchSaid | null;
}

/** `person_id` is whose page it is; `limit` the most bytes of an upload. */
export function copiesPart(
  source: SourceFound,
  found: CopiesFound,
  { person_id, now, limit }: { person_id: string | null; now: string; limit: number },
): CopiesPart {
  const copies = found.snapshots.map((one) =>
    copyLine(one, found.altered.get(one.id) ?? [], { zone: source.time_zone, now }),
  );
  const mine = found.jobs.filter((job) => job.person_id === person_id);
  const last = mine[0];
  return {
    source_number: source.number,
    host: URL.parse(source.url)?.host ?? '',
    may_keep: may(source.role, 'keep_copies'),
    copies,
    counted: howMany(copies),
    under_way: found.jobs.filter((job) => job.ended_at === null).map((job) => underWay(job, person_id)),
    watch: found.watch,
    failure: last?.state === 'failed' && !hasSince(found.snapshots, last) ? last.message : '',
    alarms: copies.map(({ altered }) => altered).filter(Boolean),
    limit: saySize(limit),
    accepted: ACCEPTED,
    accepted_endings: ACCEPTED_ENDINGS,
  };
}

/** Whoever brought a copy after all need not read that the capture failed. */
function hasSince(snapshots: readonly SnapshotListed[], { created_at }: JobListed): boolean {
  return snapshots.some((one) => one.erased_at === null && one.taken_at >= created_at);
}

function howMany(copies: CopyLine[]): string {
  const standing = copies.filter(({ erased }) => erased === '').length;
  if (standing === 0) return copies.length === 0 ? 'none yet' : 'none left';
  return standing === 1 ? 'one' : String(standing);
}

function underWay({ id, message, progress, person_id, person_name }: JobListed, me: string | null): UnderWay {
  return { id, message, progress, whose: person_id === me ? null : (person_name ?? 'The desk') };
}

export interface SourceCopiesPage extends PageFrame {
  source: { number: number; title: string };
  copies: CopiesPart;
}

/** The page of a source's copies, with the forms that bring one. */
export function sourceCopiesPage(source: SourceFound, copies: CopiesPart, refused?: RefusedForm): SourceCopiesPage {
  const { number, title } = source;
  return {
    title: 'Saved copies',
    nav: 'sources',
    where: source.desk_name,
    scripts: ['snapshot-progress'],
    source: { number, title },
    copies,
    ...refused,
  };
}
