// What becomes of the rows of a sheet, before and after they are taken in, in sentences. Pure.
import { counted, oneOrCounted } from '#src/counted.ts';
import { FATES, type Fate, type FateCounts } from '../placing/plan.ts';
import type { SheetTaken } from './take-commands.ts';

const FATE_WORDS: Record<Fate, [one: string, many: string]> = {
  new: ['stands where no claim is yet', 'stand where no claim is yet'],
  joins: ['joins a claim', 'join a claim'],
  tray: ['has no place', 'have no place'],
  nothing: ['says nothing new', 'say nothing new'],
};

/** "5 rows stand where no claim is yet, one has no place." */
export function sayFates(counts: FateCounts): string {
  const fates = FATES.filter((fate) => counts[fate] > 0);
  if (fates.length === 0) return 'No row says anything in the columns that are read.';
  const said = fates.map((fate, at) => {
    const [one, many] = FATE_WORDS[fate];
    return at === 0
      ? oneOrCounted(counts[fate], `One row ${one}`, `rows ${many}`)
      : oneOrCounted(counts[fate], `one ${one}`, many);
  });
  return `${said.join(', ')}.`;
}

export function sayTaken(taken: SheetTaken): string {
  const { claims, joined, tray, verdicts, sources, notes, assigned, left } = taken;
  if (claims + joined + tray === 0) return 'All that the sheet says is here already: nothing was added.';
  const added = [
    claims > 0 && `${oneOrCounted(claims, 'One claim is', 'claims are')} added`,
    joined > 0 && `${oneOrCounted(joined, 'one row joined its claim', 'rows joined their claims')}`,
    tray > 0 && `${oneOrCounted(tray, 'one row has no place and waits', 'rows have no place and wait')}`,
  ].filter((one) => one !== false);
  const suggested = [verdicts > 0 && counted(verdicts, 'verdict'), sources > 0 && counted(sources, 'source')].filter(
    (one) => one !== false,
  );
  const besides = [
    suggested.length > 0 && `Suggested: ${suggested.join(' and ')}; nothing is decided by it.`,
    notes > 0 && `${counted(notes, 'note')} added.`,
    assigned > 0 && `${oneOrCounted(assigned, 'One claim is', 'claims are')} assigned by it.`,
    left > 0 && `${counted(left, 'row')} more: press again to add them.`,
  ].filter((one) => one !== false);
  const said = added.join(', ');
  return [`${said.charAt(0).toUpperCase()}${said.slice(1)}.`, ...besides].join(' ');
}
