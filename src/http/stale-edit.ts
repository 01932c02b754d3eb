// The page of a stale edit: what is mine and what is stored now, and a choice for each field.
import type { Request } from 'express';
import type { SendAgain, StaleEdit } from '#src/errors.ts';
import { itemAt } from '#src/item-at.ts';
import { labelOf, typedAgain } from './form.ts';
import { isAsOpened, OPENED, openedAs } from './opened-as.ts';

export interface StaleRow {
  name: string;
  label: string;
  yours: string;
  theirs: string;
  /** What the form sends for either, and which of the two is taken unless somebody chooses. Null: only to be read. */
  choice: { yours: string; theirs: string; taken: 'yours' | 'theirs' } | null;
}

export interface StaleEditPage {
  rows: StaleRow[];
  /** The form that sends all that was typed again, on what is stored now. Null where it cannot be sent again. */
  again: { action: string; kept: { name: string; value: string }[] } | null;
}

/** The page, for the form that this request sent. Whoever changed a field keeps theirs; what they left follows what is stored. */
export function staleEditPage(req: Request, { yours, theirs, again }: StaleEdit): StaleEditPage {
  const typed = typedAgain(req.body);
  const opened = String(typed[OPENED] ?? '');
  const names = Object.keys({ ...yours, ...theirs }).filter((name) => !again || yours[name] !== theirs[name]);
  const rows = names.map((name): StaleRow => {
    const label = again?.labels?.[name] ?? labelOf(name);
    const stored = again?.values[name];
    const own = [typed[name] ?? ''].flat().join(', ');
    const choice = stored === undefined ? null : { yours: own, theirs: stored, taken: taken(opened, name, own) };
    return { name, label, yours: yours[name] ?? '', theirs: theirs[name] ?? '', choice };
  });
  if (!again) return { rows, again: null };
  const chosen = new Set(rows.filter(({ choice }) => choice !== null).map(({ name }) => name));
  const kept = Object.entries({ ...typed, ...hiddenOf(again) }).filter(([name]) => !chosen.has(name));
  const fields = kept.flatMap(([name, values]) =>
    (values === null ? [] : [values].flat()).map((value) => ({ name, value })),
  );
  return { rows, again: { action: itemAt(req.originalUrl.split('#'), 0), kept: fields } };
}

/** What the form says of itself when it is sent again. */
function hiddenOf({ revision, values, instead }: SendAgain): Record<string, string | null> {
  const stored = revision === undefined ? {} : { revision: String(revision) };
  return { ...stored, [OPENED]: openedAs(values), ...instead };
}

function taken(opened: string, name: string, own: string): 'yours' | 'theirs' {
  return isAsOpened(opened, name, own) ? 'theirs' : 'yours';
}
