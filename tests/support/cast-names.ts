// How the cast of the tests signs in: for what knows of them and needs no desk.

export type PersonName = 'ada' | 'ben' | 'cleo' | 'dina' | 'emil' | 'frida';

/** Everybody's password, and the name by which each signs in is emailOf(name). */
export const PASSWORD = 'ink before the presses roll';

export function emailOf(name: PersonName): string {
  return `${name}@newsroom.example`;
}
