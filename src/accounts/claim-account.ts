// What a claim says, as an account; and which claims are offered to a question. Pure.
import { figureWords } from '#src/claims/figures/figure-words.ts';
import type { FigureTable } from '#src/claims/tables.ts';
import { needed } from '#src/item-at.ts';
import { figuresOf } from '#src/reading/entities/figures.ts';
import { countedWords } from '#src/reading/entities/rates.ts';
import { pointOf } from './question.ts';
import { dimensionOf, foldUnit } from './units.ts';
import type { AccountFigure } from './value.ts';

/** A claim with all of it that an account is made of. */
export interface ClaimSaid {
  id: string;
  number: number;
  is_dropped: boolean;
  /** Whether the verdict on it is that accounts differ. */
  is_disputed: boolean;
  /** Where it stands in the latest version; null where it has no place there. */
  start: number | null;
  end: number | null;
  /** Why it is to be checked again; '' where it is not. */
  check_again: string;
  statement: string;
  /** The language of its article. */
  language?: string;
  /** Its words in the latest version; its statement where it has no place there. */
  words: string;
  chain: { name: string; role: string }[];
  figures: Pick<FigureTable, 'value' | 'comparator' | 'low' | 'high' | 'unit' | 'position'>[];
}

/** An account as a claim gives it; all of it may be changed before and after. */
export interface AccountOffered {
  claim_number: number;
  /** Which figure of the claim, from 1; 0 for a claim without any. */
  position: number;
  party_name: string;
  party_role: string;
  value: string;
  figure: AccountFigure | null;
  quote: string;
}

const VALUE_LENGTH = 300;

/** The account that a claim gives, by one of its figures or, without any, by its words. Without a speaker the article says it. */
export function accountOfClaim(claim: ClaimSaid, position = claim.figures[0]?.position ?? 0): AccountOffered {
  const figure = claim.figures.find((one) => one.position === position);
  const speaker = claim.chain.at(-1);
  const value = figure === undefined ? claim.words : printedValue(claim, figure);
  return {
    claim_number: claim.number,
    position: figure?.position ?? 0,
    party_name: speaker?.name ?? 'The article',
    party_role: speaker === undefined ? 'in its own voice' : speaker.role,
    value: value.replace(/\s+/g, ' ').trim().slice(0, VALUE_LENGTH).toWellFormed(),
    figure: figure === undefined ? null : figureIn(figure),
    quote: claim.words,
  };
}

/** The figure as the claim has it in print, with what bends it and what it counts: "more than 100 of our fighters". */
function printedValue({ words, language }: ClaimSaid, figure: ClaimSaid['figures'][number]): string {
  return printedIn(words, figure, language);
}

/** The same in any words; the figure as the desk writes it where they do not print it. */
export function printedIn(words: string, figure: AccountFigure & { value: string }, language?: string): string {
  const read = figuresOf(words, { start: 0, end: words.length }, language).find((one) => isSame(one, figure));
  if (read === undefined) return figureWords(figure);
  const unit = figure.unit === null ? null : countedWords(figure.unit);
  const counted = unit === null ? -1 : words.indexOf(unit, read.end);
  const is_near = counted >= 0 && counted - read.end <= 20;
  return words.slice(read.start, is_near ? counted + needed(unit, 'unit').length : read.end);
}

function figureIn({ comparator, low, high, unit }: AccountFigure): AccountFigure | null {
  return low === null && high === null ? null : { comparator, low, high, unit };
}

function isSame(one: AccountFigure, other: AccountFigure): boolean {
  return one.low === other.low && one.high === other.high && one.comparator === other.comparator;
}

/** The question that "accounts differ" on this claim offers: its point, to be put better, and its first account. */
export function questionOfClaim(claim: ClaimSaid): { point: string; first: AccountOffered } {
  const first = accountOfClaim(claim);
  const dimension = dimensionOf(first.figure?.unit ?? null);
  const point = pointOf({
    statement: claim.statement,
    unit: first.figure?.unit ?? null,
    is_share: dimension === 'share',
    is_hour: dimension === 'hour',
  });
  return { point, first };
}

/**
 * The figures of other claims that could answer the question too: `like` count the same as one of its accounts, `others`
 * anything else. A claim that stands in the question with that figure is not offered again.
 */
export function offersFor(
  accounts: readonly {
    claim_id: string | null;
    value: string;
    low: number | null;
    high: number | null;
    unit: string | null;
  }[],
  claims: readonly ClaimSaid[],
): { like: AccountOffered[]; others: AccountOffered[] } {
  const units = new Set(accounts.map((account) => foldUnit(account.unit)).filter((unit) => unit !== ''));
  const offered = claims
    .filter((claim) => !claim.is_dropped)
    .flatMap((claim) =>
      claim.figures
        .filter((figure) => figure.low !== null || figure.high !== null)
        .filter((figure) => !accounts.some((one) => one.claim_id === claim.id && holds(one, figure)))
        .map((figure) => accountOfClaim(claim, figure.position)),
    );
  const isLike = ({ figure }: AccountOffered) => units.has(foldUnit(figure?.unit ?? null));
  return { like: offered.filter(isLike), others: offered.filter((one) => !isLike(one)) };
}

function holds(
  account: { low: number | null; high: number | null },
  figure: { low: number | null; high: number | null },
): boolean {
  return (
    (account.low === null && account.high === null) || (account.low === figure.low && account.high === figure.high)
  );
}
