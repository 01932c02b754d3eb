// What an account says once it is refreshed from its claim or passage as they stand. Pure.
import { figuresOf } from '#src/reading/entities/figures.ts';
import { accountOfClaim, type ClaimSaid, printedIn } from './claim-account.ts';
import type { AccountTable } from './tables.ts';
import { changedSince, claimOf, type Present, passageNow, speakerThen, type Taken, thenFigure } from './taken-from.ts';
import { foldUnit } from './units.ts';
import { type AccountFigure, readValue } from './value.ts';

/** `party` only where another one says it now. */
export interface Renewal {
  party: { name: string; role: string } | null;
  value: string;
  figure: AccountFigure | null;
  quote: string;
}

const VALUE_LENGTH = 300;

/** The account as it reads now; null where nothing changed since, or where what it came from is gone. */
export function renewalOf(account: Taken & Pick<AccountTable, 'taken_from'>, present: Present): Renewal | null {
  if (changedSince(account, present) === '') return null;
  const claim = claimOf(account, present);
  if (claim !== undefined) return claim.is_dropped || claim.start === null ? null : ofClaim(account, claim);
  const passage = passageNow(account, present);
  return passage === null ? null : ofPassage(account, passage, present.language);
}

function ofClaim(account: Taken & Pick<AccountTable, 'taken_from'>, claim: ClaimSaid): Renewal {
  const { party_name, party_role, value, figure, quote } = accountOfClaim(claim, positionIn(account, claim));
  const then = speakerThen(account);
  const is_other = then !== null && then !== (claim.chain.at(-1)?.name ?? '');
  return { party: is_other ? { name: party_name, role: party_role } : null, value, figure, quote };
}

/** Which figure of the claim: the one in its place, else one that counts the same, else the first. */
function positionIn(account: Taken & Pick<AccountTable, 'taken_from'>, { figures }: ClaimSaid): number | undefined {
  const place = thenFigure(account);
  if (place !== null && place.of === figures.length) return figures[place.at]?.position;
  const unit = foldUnit(account.unit);
  return figures.find((figure) => unit !== '' && foldUnit(figure.unit) === unit)?.position;
}

/** Words that the passage still has stay; else its figure as it prints it, else the passage itself. */
function ofPassage(account: Taken, passage: string, language: string | undefined): Renewal {
  const figure = readValue(passage, account.unit, language);
  const read = figuresOf(passage, { start: 0, end: passage.length }, language);
  const has_figure = figure !== null && read.some((one) => one.low === figure.low && one.high === figure.high);
  const printed = figure !== null && has_figure ? printedIn(passage, { ...figure, value: passage }, language) : passage;
  const is_there = account.value !== '' && passage.includes(account.value);
  const value = is_there ? account.value : printed;
  return {
    party: null,
    value: value.replace(/\s+/g, ' ').trim().slice(0, VALUE_LENGTH).toWellFormed(),
    figure: is_there ? readValue(account.value, account.unit, language) : figure,
    quote: passage,
  };
}
