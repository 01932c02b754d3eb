// As what somebody opens an article that is put away: in a role that reads as before. Pure.
import type { DeskRole, RoleAtDesk } from './tables.ts';

const PUT_AWAY = ', put away';

export const IS_PUT_AWAY =
  'This article is put away and can only be read. An editor of the desk can bring it back with the button above each of its pages; then try again.';

/** The role as which somebody opens an article that is put away. */
export function rolePutAway(role: DeskRole): DeskRole {
  return `${roleAtDesk(role)}${PUT_AWAY}`;
}

/** The role at the desk, whatever became of the article. */
export function roleAtDesk(role: DeskRole): RoleAtDesk {
  return role.replace(PUT_AWAY, '') as RoleAtDesk;
}

export function isPutAway(role: DeskRole): boolean {
  return role.endsWith(PUT_AWAY);
}
