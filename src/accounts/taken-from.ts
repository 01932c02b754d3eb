// What an account was taken from, and what of that has changed since. Pure.
import { createHash } from 'node:crypto';
import { cutAtWord } from '#src/cut-at-word.ts';
import { changesBetween } from '#src/reading/alignment/sentence-changes.ts';
import { placedRange, type Range, rangesTouching } from '#src/reading/text/range.ts';
import type { ClaimSaid } from './claim-account.ts';
import type { AccountTable } from './tables.ts';
import { figureTyped, readValue } from './value.ts';

const LONGEST_SENTENCE = 3000;

/** A use of a source for a claim of the article. */
export interface UseSaid {
  id: string;
  source_id: string;
  passage: string;
}

/** What accounts of an article may be taken from, as it is now. */
export interface Present {
  /** The latest version. */
  ground: { text: string; sentences: readonly Range[] };
  /** The language of the article; passages may be in another. */
  language?: string;
  claims: readonly ClaimSaid[];
  uses: readonly UseSaid[];
}

export type Taken = Pick<
  AccountTable,
  'claim_id' | 'source_id' | 'value' | 'quote' | 'comparator' | 'low' | 'high' | 'unit'
>;

interface ClaimThen {
  words: string;
  /** The whole of the sentences that it touches; '' where it has no place. */
  sentence: string;
  /** Who says it, innermost; '' for the article itself. */
  speaker: string;
  figures: string[];
  is_dropped: boolean;
  is_lost: boolean;
  check_again: string;
}

/** Words of a source, which may be confidential, are kept as their hash. */
interface PassageThen {
  id: string;
  sha256: string;
}

/**
 * What the account rests on now, to be stored with it when it is made or confirmed; null where it comes from nowhere that can
 * change.
 */
export function takenFrom(account: Taken, present: Present): string | null {
  const claim = claimOf(account, present);
  if (claim !== undefined) return JSON.stringify({ claim: stateOf(claim, present) });
  if (account.source_id === null) return null;
  const uses = usesBehind(account, present);
  return JSON.stringify({ passages: uses.map(({ id, passage }) => ({ id, sha256: hashOf(passage) })) });
}

/**
 * What changed since the account was made or confirmed, in a sentence; '' where nothing did. Where it is not known what it
 * was taken from, what it says is held against what stands there now, and where that tells nothing, nothing is said.
 */
export function changedSince(account: Taken & Pick<AccountTable, 'taken_from'>, present: Present): string {
  const then = thenOf(account);
  const claim = claimOf(account, present);
  if (claim !== undefined) {
    const known = then.claim;
    return known === undefined ? unlikeClaim(account, claim) : changeOfClaim(claim, known, present);
  }
  return account.source_id === null ? '' : changeOfPassages(then.passages ?? [], account.source_id, present);
}

interface Then {
  claim?: ClaimThen;
  passages?: PassageThen[];
}

/** Who said the claim when the account was made or confirmed, '' for the article itself; null where that is not known. */
export function speakerThen({ taken_from }: Pick<AccountTable, 'taken_from'>): string | null {
  return thenOf({ taken_from }).claim?.speaker ?? null;
}

/** Which of the figures that the claim had then the account is, and of how many; null where it is none of them. */
export function thenFigure(account: Taken & Pick<AccountTable, 'taken_from'>): { at: number; of: number } | null {
  const figures = thenOf(account).claim?.figures ?? [];
  const at = figures.indexOf(figureTyped(account));
  return at === -1 ? null : { at, of: figures.length };
}

/** What the passage that it rested on reads now; null where it was removed, is empty, or did not change. */
export function passageNow(account: Taken & Pick<AccountTable, 'taken_from'>, { uses }: Present): string | null {
  const own = uses.filter((use) => use.source_id === account.source_id);
  const hashes = new Set(own.map(({ passage }) => hashOf(passage)));
  const changed = (thenOf(account).passages ?? []).find(({ sha256 }) => !hashes.has(sha256));
  return own.find(({ id }) => id === changed?.id)?.passage || null;
}

function thenOf({ taken_from }: Pick<AccountTable, 'taken_from'>): Then {
  return taken_from === null ? {} : (JSON.parse(taken_from) as Then);
}

/** A word for what the account rests on now: whoever confirms it says which state of it they have seen. */
export function presentMark(account: Taken, present: Present): string {
  const claim = claimOf(account, present);
  const passages = present.uses.filter((use) => use.source_id === account.source_id).map(({ passage }) => passage);
  return hashOf(JSON.stringify(claim ? stateOf(claim, present) : passages)).slice(0, 16);
}

/** The claim that it was taken from, or undefined. */
export function claimOf({ claim_id }: Taken, { claims }: Present): ClaimSaid | undefined {
  return claim_id === null ? undefined : claims.find((claim) => claim.id === claim_id);
}

function stateOf(claim: ClaimSaid, { ground }: Present): ClaimThen {
  const { words, chain, figures, is_dropped, check_again } = claim;
  return {
    words: folded(words),
    sentence: folded(sentenceOf(claim, ground)).slice(0, LONGEST_SENTENCE).toWellFormed(),
    speaker: chain.at(-1)?.name ?? '',
    figures: figures.map(figureTyped),
    is_dropped,
    is_lost: isLost(claim),
    check_again,
  };
}

function sentenceOf(claim: ClaimSaid, { text, sentences }: Present['ground']): string {
  const range = placedRange(claim);
  if (range === null) return '';
  const touched = rangesTouching(sentences, range);
  return text.slice(touched[0]?.start ?? range.start, touched.at(-1)?.end ?? range.end);
}

function isLost(claim: ClaimSaid): boolean {
  return placedRange(claim) === null;
}

function changeOfClaim(claim: ClaimSaid, then: ClaimThen, present: Present): string {
  const now = stateOf(claim, present);
  const name = `Claim ${claim.number}`;
  if (now.is_dropped) return then.is_dropped ? '' : `${name} was dropped.`;
  if (now.is_lost) return then.is_lost ? '' : `The words of claim ${claim.number} are not in the latest version.`;
  if (now.words !== then.words) return `${name} now reads ${quoted(now.words)}, not ${quoted(then.words)}.`;
  if (now.speaker !== then.speaker)
    return `${name} is now ${now.speaker ? `said by ${now.speaker}` : 'in the article’s own voice'}, not ${then.speaker ? `by ${then.speaker}` : 'in the article’s own voice'}.`;
  if (now.figures.join('\n') !== then.figures.join('\n'))
    return `${name} now has the figure ${now.figures.join('; ') || 'none'}, not ${then.figures.join('; ') || 'none'}.`;
  if (now.check_again !== '' && now.check_again !== then.check_again)
    return `${name} is to be checked again: ${now.check_again}.`;
  if (isTold(then.sentence, now.sentence, present.language))
    return `The sentence of claim ${claim.number} now reads: ${quoted(now.sentence)}`;
  return '';
}

/** Whether a number, name, date or negation came or went around words that are the same: “entered”, “had not entered”. */
function isTold(before: string, after: string, language: string | undefined): boolean {
  const whole = (text: string) => ({ text, sentence: { start: 0, end: text.length }, speaker: null, language });
  return changesBetween(whole(before), whole(after)).some((change) => change !== 'wording');
}

/** Of an account that was there before this was noted: whether the claim can still be where it comes from. */
function unlikeClaim(account: Taken, claim: ClaimSaid): string {
  if (claim.is_dropped) return `Claim ${claim.number} was dropped.`;
  if (isLost(claim)) return `The words of claim ${claim.number} are not in the latest version.`;
  const words = folded(claim.words);
  const is_there = [account.quote, account.value].some((one) => one !== '' && words.includes(folded(one)));
  const has_figure = account.comparator !== null && claim.figures.some((figure) => isSameFigure(figure, account));
  if (is_there || has_figure || (account.comparator !== null && claim.figures.length === 0)) return '';
  return account.comparator === null ? '' : `Claim ${claim.number} now reads ${quoted(words)}.`;
}

function changeOfPassages(then: readonly PassageThen[], source_id: string, { uses }: Present): string {
  const now = uses.filter((use) => use.source_id === source_id);
  const hashes = new Set(now.map(({ passage }) => hashOf(passage)));
  const missing = then.filter(({ sha256 }) => !hashes.has(sha256));
  const [first] = missing;
  if (first === undefined) return '';
  return now.some(({ id }) => id === first.id)
    ? 'The passage of its source that it rests on was changed.'
    : 'The passage of its source that it rests on was removed.';
}

/** The passages that hold what the account says; all of the source's where none does, since one of them may be meant. */
function usesBehind(account: Taken, { uses }: Present): UseSaid[] {
  const own = uses.filter((use) => use.source_id === account.source_id && use.passage !== '');
  const behind = own.filter(({ passage }) => isBehind(account, folded(passage)));
  return behind.length > 0 ? behind : own;
}

function isBehind(account: Taken, passage: string): boolean {
  const said = [account.quote, account.value].map(folded).filter((words) => words !== '');
  if (said.some((words) => passage.includes(words) || words.includes(passage))) return true;
  const figure = account.comparator === null ? null : readValue(passage, account.unit);
  return figure !== null && isSameFigure(figure, account);
}

type Bounds = Pick<AccountTable, 'comparator' | 'low' | 'high'>;

function isSameFigure(one: Bounds, other: Bounds): boolean {
  return one.comparator === other.comparator && one.low === other.low && one.high === other.high;
}

function folded(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

function quoted(words: string): string {
  return `“${cutAtWord(words, 80)}”`;
}

function hashOf(words: string): string {
  return createHash('sha256').update(folded(words)).digest('hex');
}
