// The rule of what is put away: it stays as it is until somebody brings it back. Pure.
import { RuleBroken } from '#src/errors.ts';
import { IS_PUT_AWAY } from '#src/people/put-away-role.ts';
import type { ArticleTable } from './tables.ts';

/** Asked wherever an article is locked for a verb, so that no verb has to ask it itself. */
export function assertNotPutAway({ put_away_at }: Pick<ArticleTable, 'put_away_at'>): void {
  if (put_away_at !== null) throw new RuleBroken(IS_PUT_AWAY);
}
