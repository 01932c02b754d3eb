// The cast of the demo: two desks and six people, who all sign in with the same password.
import type { Role } from '#src/people/tables.ts';

export type CastName = 'ada' | 'ben' | 'cleo' | 'dina' | 'emil' | 'frida';
export type DeskName = 'foreign' | 'weekend';

export interface CastMember {
  display_name: string;
  email: string;
  desk: DeskName;
  role: Role;
  is_administrator: boolean;
  /** What somebody who tries the demo can do as this person. */
  shows: string;
}

/** Printed by the demo, which answers on loopback only. */
export const DEMO_PASSWORD = 'read it once more aloud';

export const CAST: Record<CastName, CastMember> = {
  ada: {
    ...at('foreign', 'editor', 'Ada Lind', 'ada'),
    is_administrator: true,
    shows: 'can sign article 1, with claims 1 and 7 open; decides fixes, manages people',
  },
  ben: {
    ...at('foreign', 'reviewer', 'Ben Okafor', 'ben'),
    shows: 'checks; claim 7 of article 1 came back to him with a line',
  },
  cleo: {
    ...at('foreign', 'reviewer', 'Cleo Rahimi', 'cleo'),
    shows: 'reads second what Ben has checked; claim 1 of article 1 waits for her',
  },
  dina: { ...at('foreign', 'guest', 'Dina Sørensen', 'dina'), shows: 'reads along and changes nothing' },
  frida: {
    ...at('foreign', 'legal', 'Frida Holm', 'frida'),
    shows: 'reads everything, holds claims and clears them; has cleared article 2',
  },
  emil: { ...at('weekend', 'editor', 'Emil Novak', 'emil'), shows: 'another desk: none of this is there for him' },
};

export const DESK_NAMES: Record<DeskName, string> = { foreign: 'Foreign desk', weekend: 'Weekend desk' };

function at(desk: DeskName, role: Role, display_name: string, name: CastName): Omit<CastMember, 'shows'> {
  return { display_name, email: `${name}@newsroom.example`, desk, role, is_administrator: false };
}
