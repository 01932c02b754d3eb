// What somebody is at a desk, in words. Pure.
import { roleAtDesk } from './put-away-role.ts';
import type { DeskRole, RoleAtDesk } from './tables.ts';

const SAID: Record<RoleAtDesk, string> = {
  editor: 'an editor',
  reviewer: 'a reviewer',
  legal: 'legal',
  guest: 'a guest',
  operator: 'an operator',
};

/** "an editor", "a guest"; "legal", which takes no article. */
export function withIndefiniteArticle(role: DeskRole): string {
  return SAID[roleAtDesk(role)];
}
