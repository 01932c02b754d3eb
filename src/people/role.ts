// What somebody is at a desk, in words. Pure.
import type { DeskRole } from './tables.ts';

/** "an editor", "a guest". */
export function withIndefiniteArticle(role: DeskRole): string {
  return `${/^[aeiou]/.test(role) ? 'an' : 'a'} ${role}`;
}
