// Gathers what pages of contacts show: whom the desk asked, whom the article accuses, whom it may accuse.
import type { ArticleFound } from '#src/articles/store.ts';
import { getVersionText, type VersionText } from '#src/articles/version-text-store.ts';
import { readingOfText } from '#src/claims/analysis/readings.ts';
import { listAttributions, listParties } from '#src/claims/particulars-store.ts';
import { listClaims, type PlacedClaim } from '#src/claims/store.ts';
import type { PartyTable } from '#src/claims/tables.ts';
import type { Context } from '#src/context.ts';
import { may } from '#src/people/permissions.ts';
import { type Discretion, discretionOn } from '#src/sources/held-back/discretion.ts';
import { articleSeen, claimSeen, partySeen } from '#src/sources/held-back/typed-words.ts';
import { type Accusation, accusationsIn } from './accused/proposed-accused.ts';
import { type AccusedFound, listAccused, listDismissals } from './accused/store.ts';
import { type ContactRow, listContacts } from './contacts/store.ts';
import { accusationSeen, accusedSeen, contactSeen, dismissalSeen } from './seen.ts';
import type { AccusedDismissalTable } from './tables.ts';
import { listToCall, type ToCallFound } from './to-call/store.ts';

export interface ContactsMaterial {
  article: ArticleFound;
  /** What this reader may see of whatever was typed; everything below has passed it. */
  discretion: Discretion;
  ground: VersionText;
  claims: PlacedClaim[];
  /** As whoever looks may see them. */
  contacts: ContactRow[];
  accused: AccusedFound[];
  accusations: Accusation[];
  dismissed: AccusedDismissalTable[];
  /** Whom nobody has called yet; nobody for guests. */
  to_call: ToCallFound[];
  parties: PartyTable[];
  now: string;
}

/** Everything of the contacts of an article. GaveUp where reading the text took too long. */
export async function gatherContacts({ db, at }: Context, article: ArticleFound): Promise<ContactsMaterial> {
  const ground = await getVersionText(db, article);
  const { leftovers } = await readingOfText(db, ground, article.language);
  const claims = await listClaims(db, { article_id: article.id, version_id: ground.version.id });
  const parties = await listParties(db, article.id);
  const chains = await listAttributions(db, article.id);
  const contacts = await listContacts(db, article.id, article.role);
  const accused = await listAccused(db, article.id);
  const to_call = may(article.role, 'read_queries') ? await listToCall(db, article.id) : [];
  const dismissed = await listDismissals(db, article.id);
  // Asked last: what is held back is never older than the rows.
  const discretion = await discretionOn(db, article, article.role);
  const { language } = article;
  const accusations = accusationsIn({ ground, language, claims, chains, parties, leftovers });
  return {
    article: articleSeen(discretion, article),
    discretion,
    ground,
    claims: claims.map((claim) => claimSeen(discretion, claim)),
    contacts: contacts.map((one) => contactSeen(discretion, one)),
    accused: accused.map((one) => accusedSeen(discretion, one)),
    accusations: accusations.map((one) => accusationSeen(discretion, one)),
    dismissed: dismissed.map((one) => dismissalSeen(discretion, one)),
    to_call,
    parties: parties.map((party) => partySeen(discretion, party)),
    now: at,
  };
}
