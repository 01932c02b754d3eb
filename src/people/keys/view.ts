// The keys of a desk as its page shows them. Pure.
import { sayWhole } from '#src/dates.ts';
import { fingerprintInGroups, fingerprintOf } from './desk-key.ts';
import type { listKeys } from './store.ts';

export interface KeyShown {
  number: number;
  fingerprint: string;
  public_key: string;
  /** "since 12 March 2026, 16:40, made by Ada Lind". */
  when: string;
}

export interface KeysShown {
  in_use: KeyShown | null;
  former: KeyShown[];
}

export function keysView(keys: Awaited<ReturnType<typeof listKeys>>, time_zone: string): KeysShown {
  const shown = keys.map(({ number, public_key, created_at, retired_at, maker }) => {
    const by = maker === null ? '' : `, made by ${maker}`;
    const from = sayWhole(created_at, time_zone);
    const when = retired_at === null ? `since ${from}${by}` : `${from} to ${sayWhole(retired_at, time_zone)}${by}`;
    return { number, public_key, fingerprint: fingerprintInGroups(fingerprintOf(public_key)), when, retired_at };
  });
  const of = (is_retired: boolean) =>
    shown.filter((key) => (key.retired_at !== null) === is_retired).map(({ retired_at: _, ...key }) => key);
  return { in_use: of(false)[0] ?? null, former: of(true) };
}
