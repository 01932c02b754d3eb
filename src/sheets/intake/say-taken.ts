// What became of a sheet that was taken in, in sentences. Pure.
import { counted, oneOrCounted } from '#src/counted.ts';
import type { SheetTaken } from './take-commands.ts';

export function sayTaken(taken: SheetTaken): string {
  const { claims, joined, tray, verdicts, sources, notes, assigned, left } = taken;
  if (claims + joined + tray === 0) return 'All that the sheet says is here already: nothing was added.';
  const added = [
    claims > 0 && `${oneOrCounted(claims, 'One claim is', 'claims are')} added`,
    joined > 0 && `${oneOrCounted(joined, 'one row joined its claim', 'rows joined their claims')}`,
    tray > 0 && `${oneOrCounted(tray, 'one row has no place and waits here', 'rows have no place and wait here')}`,
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
