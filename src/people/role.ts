// What somebody is at a desk, in words. Pure.
import type { DeskRole } from './tables.ts';

const SAID: Record<DeskRole, string> = {
  editor: 'an editor',
  reviewer: 'a reviewer',
  legal: 'legal',
  guest: 'a guest',
  operator: 'an operator',
};

/** "an editor", "a guest"; "legal", which takes no article. */
export function withIndefiniteArticle(role: DeskRole): string {
  return SAID[role];
}
