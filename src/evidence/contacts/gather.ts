// What the pages of contacts are made of: whom the desk asked, whom the article accuses, and whom it may accuse.
import { type ArticleFound, type Ground, getGround } from '#src/articles/store.ts';
import { listAttributions, listParties } from '#src/claims/particulars-store.ts';
import { listClaims, type PlacedClaim } from '#src/claims/store.ts';
import type { PartyTable } from '#src/claims/tables.ts';
import { readingOfText } from '#src/claims/text-readings.ts';
import type { Context } from '#src/context.ts';
import { type AccusedFound, listAccused, listDismissals } from './accused-store.ts';
import { type Accusation, accusationsIn } from './proposed-accused.ts';
import { type ContactRow, listContacts } from './store.ts';
import type { AccusedDismissalTable } from './tables.ts';

export interface ContactsMaterial {
  article: ArticleFound;
  ground: Ground;
  claims: PlacedClaim[];
  /** As whoever looks may see them. */
  contacts: ContactRow[];
  accused: AccusedFound[];
  accusations: Accusation[];
  dismissed: AccusedDismissalTable[];
  parties: PartyTable[];
  now: string;
}

/** Everything of the contacts of an article, in eight queries. GaveUp where reading the text took too long. */
export async function gatherContacts({ db, at }: Context, article: ArticleFound): Promise<ContactsMaterial> {
  const ground = await getGround(db, article);
  const { leftovers } = await readingOfText(ground, article.language);
  const claims = await listClaims(db, { article_id: article.id, version_id: ground.version.id });
  const parties = await listParties(db, article.id);
  const chains = await listAttributions(db, article.id);
  const { language } = article;
  return {
    article,
    ground,
    claims,
    contacts: await listContacts(db, article.id, article.role),
    accused: await listAccused(db, article.id),
    accusations: accusationsIn({ ground, language, claims, chains, parties, leftovers }),
    dismissed: await listDismissals(db, article.id),
    parties,
    now: at,
  };
}
