// The sentences that a version changed, each with the claims to check again.
import type { SentenceTable } from '#src/articles/tables.ts';
import type { VersionText } from '#src/articles/version-text-store.ts';
import type { SentenceChanges } from '#src/claims/analysis/version-changes.ts';
import { standsTogether, whyNotStanding } from '#src/claims/revision/standing-rules.ts';
import type { listAnchors } from '#src/claims/revision/store.ts';
import { counted } from '#src/counted.ts';
import { type Direction, dirOf } from '#src/direction.ts';
import { type Html, html } from '#src/http/html.ts';
import { placedRange, rangesTouching } from '#src/reading/text/range.ts';
import type { Discretion } from '#src/sources/held-back/discretion.ts';
import { wholly } from '#src/word-diff.ts';
import { isPutRight } from '../article/fixed-offer.ts';
import type { Claim } from '../claim.ts';
import type { WorkbenchView } from '../gather-article.ts';
import { type Mark, markOf } from '../marks.ts';
import { diffSeen } from './seen-diff.ts';

export type Anchor = Awaited<ReturnType<typeof listAnchors>>[number];

export interface ClaimToCheck {
  number: number;
  words: string;
  mark: Mark;
  cause: string;
  /** Somebody has looked at it since. */
  is_done: boolean;
  revision: number;
  /** Why it cannot be said in one press that its verdict still stands; '' where it can. */
  why_not: string;
  /** Whether that may be said of it and others at once. */
  stands_together: boolean;
}

export interface ChangedRow {
  /** Null where the sentence is gone. */
  number: number | null;
  said: string;
  dir: Direction | 'auto';
  words: Html;
  claims: ClaimToCheck[];
}

interface Sides {
  before: VersionText;
  after: VersionText;
  anchors: Anchor[];
}

/** A row for each sentence that was changed, is new, or has a claim to check again. */
export function rowsOf(
  gathered: WorkbenchView,
  changes: SentenceChanges<SentenceTable>,
  { before, after, anchors }: Sides,
): ChangedRow[] {
  const gone = Map.groupBy(changes.gone, (one) => one.before);
  const claims = claimsBySentence(gathered, { before, after, anchors });
  const rows: ChangedRow[] = [];
  const goneBefore = (number: number) => {
    for (const { sentence } of gone.get(number) ?? []) {
      const words = before.text.slice(sentence.start, sentence.end);
      rows.push({
        number: null,
        said: 'gone',
        dir: dirOf(words, gathered.article.language),
        words: wholly('gone', gathered.discretion.see(words)),
        claims: [],
      });
    }
  };
  for (const sentence of after.sentences) {
    goneBefore(sentence.number);
    const row = rowOf(sentence, changes, { before, after, discretion: gathered.discretion });
    const here = claims.get(sentence.number) ?? [];
    const words = after.text.slice(sentence.start, sentence.end);
    const { said, words: drawn } = row ?? { said: 'as before', words: html`${gathered.discretion.see(words)}` };
    if (row !== null || here.length > 0)
      rows.push({
        number: sentence.number,
        said,
        dir: dirOf(words, gathered.article.language),
        words: drawn,
        claims: here,
      });
  }
  goneBefore(after.sentences.length + 1);
  return rows;
}

function rowOf(
  sentence: SentenceTable,
  changes: SentenceChanges<SentenceTable>,
  { before, after, discretion }: { before: VersionText; after: VersionText; discretion: Discretion },
): { said: string; words: Html } | null {
  const words = after.text.slice(sentence.start, sentence.end);
  const old = changes.changed.get(sentence.number);
  if (old) return { said: 'changed', words: diffSeen(discretion, before.text.slice(old.start, old.end), words) };
  return changes.fresh.has(sentence.number) ? { said: 'new', words: wholly('come', discretion.see(words)) } : null;
}

/** The claims with a cause, by the sentence in which they begin. */
function claimsBySentence(
  { claims, discretion }: WorkbenchView,
  { after, anchors }: Sides,
): Map<number, ClaimToCheck[]> {
  const by_id = new Map(claims.map((claim) => [claim.id, claim]));
  const found = new Map<number, ClaimToCheck[]>();
  for (const anchor of anchors) {
    const claim = by_id.get(anchor.id);
    const range = placedRange(anchor);
    if (anchor.cause === '' || claim === undefined || range === null || claim.state === 'withdrawn') continue;
    const sentence = rangesTouching(after.sentences, range)[0]?.number ?? 0;
    const words = discretion.see(after.text.slice(range.start, range.end));
    const to_check = {
      number: claim.number,
      words,
      mark: markBefore(claim),
      cause: discretion.see(anchor.cause),
      is_done: isDone(claim),
      revision: claim.revision,
      ...standingIn(claim),
    };
    found.set(sentence, [...(found.get(sentence) ?? []), to_check]);
  }
  return found;
}

function standingIn(claim: Claim): Pick<ClaimToCheck, 'why_not' | 'stands_together'> {
  if (isPutRight(claim)) return { why_not: 'has its fix in the copy: OK with fix?', stands_together: false };
  const judged = { ...claim, has_attribution: claim.chain.length > 0 };
  return { why_not: whyNotStanding(judged), stands_together: standsTogether(judged) };
}

/** The verdict that was given on the words before. */
export function markBefore(claim: Claim): Mark {
  return markOf({ ...claim, check_again: '' });
}

/** A claim that nobody had judged has nothing to be done again; it only stands in changed words. */
function isDone(claim: Claim): boolean {
  return claim.check_again === '';
}

/** How much a version changed, in a sentence. */
export function sayChanges({ rows, to_check, lost }: { rows: ChangedRow[]; to_check: number; lost: number }): string {
  const count = (said: string) => rows.filter((row) => row.said === said).length;
  const sentences = (['changed', 'new', 'gone'] as const)
    .map((said) => [count(said), said] as const)
    .filter(([number]) => number > 0)
    .map(([number, said], index) => (index === 0 ? `${counted(number, 'sentence')} ${said}` : `${number} ${said}`));
  const claims = [
    to_check > 0 && `${counted(to_check, 'claim')} to check again`,
    lost > 0 && `${counted(lost, 'claim')} to place or drop`,
  ];
  const said = [sentences.join(', '), ...claims].filter(Boolean).join(' · ');
  return said === '' ? 'No sentence changed; some moved, or their quotes, dashes or spaces changed.' : `${said}.`;
}
