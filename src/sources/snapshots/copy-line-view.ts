// One saved copy as a line of its source's pages. Pure.
import { saySize } from '#src/counted.ts';
import { sayTime } from '#src/dates.ts';
import { type Altered, sayAltered } from './altered.ts';
import { sayErased } from './copies-view.ts';
import { kindOfType } from './kinds.ts';
import { HOW_WORDS } from './snapshot.ts';
import type { SnapshotListed } from './store.ts';
import { sayUnlike } from './unlike.ts';

export interface CopyLine {
  number: number;
  name: string;
  /** "captured today 15:40 by Ben Okafor · a web page · 2.1 MB" */
  words: string;
  sha256: string | null;
  /** Sentences; '' where all is well. */
  altered: string;
  erased: string;
  /** Why no passage was looked up in it; '' where it was. */
  unlike: string;
}

/** One copy in a line. `altered` is what a look found just now; what an earlier one found is said all the same. */
export function copyLine(
  copy: SnapshotListed,
  altered: readonly Altered[],
  { zone, now }: { zone: string; now: string },
): CopyLine {
  const by = copy.taken_by_name ? ` by ${copy.taken_by_name}` : '';
  const took = `${HOW_WORDS[copy.how]} ${sayTime(copy.taken_at, zone, now)}${by}`;
  const known: readonly Altered[] = altered.length === 0 && copy.altered_at !== null ? ['bytes'] : altered;
  return {
    number: copy.number,
    name: copy.name,
    words: [took, kindOfType(copy.media_type).words, saySize(copy.size)].join(' · '),
    sha256: copy.sha256,
    altered: copy.erased_at === null ? sayAltered(copy.number, known) : '',
    erased: sayErased(copy, zone),
    unlike: copy.erased_at === null ? sayUnlike(copy.unlike) : '',
  };
}
