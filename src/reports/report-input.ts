// What a report is made of: the rows that are gathered for it, as its audience may see them. Pure.
import type { Looking } from '#src/accounts/from-source.ts';
import type { QuestionFound } from '#src/accounts/store.ts';
import type { Ground } from '#src/articles/ground-store.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import type { ChainHead } from '#src/audit/head.ts';
import type { InitialFound, TickFound } from '#src/claims/coverage/store.ts';
import type { AttributedParty } from '#src/claims/particulars-store.ts';
import type { PlacedClaim } from '#src/claims/store.ts';
import type { FigureTable, VerdictTable } from '#src/claims/tables.ts';
import type { Accusation } from '#src/contacts/accused/proposed-accused.ts';
import type { AccusedFound } from '#src/contacts/accused/store.ts';
import type { ContactRow } from '#src/contacts/contacts/store.ts';
import type { EvidenceRow } from '#src/evidence/evidence-row.ts';
import type { FixFound } from '#src/reviews/fixes/store.ts';
import type { QueryFound } from '#src/reviews/queries/store.ts';
import type { Audience } from '#src/sources/held-back/audience.ts';

export interface ReportMaterial {
  /** When the report is drawn up, ISO 8601 in UTC. */
  at: string;
  audience: Audience;
  /** Its role is that of the audience: of a guest, where the report is public. */
  article: ArticleFound;
  ground: Ground;
  claims: PlacedClaim[];
  chains: AttributedParty[];
  figures: FigureTable[];
  verdicts: VerdictTable[];
  ticks: TickFound[];
  initials: InitialFound[];
  evidence: EvidenceRow[];
  fixes: FixFound[];
  queries: QueryFound[];
  contacts: ContactRow[];
  /** Whom the article accuses, those taken off too; and the claims that accuse. */
  accused: AccusedFound[];
  accusations: Accusation[];
  /** Who says what; withdrawn questions too. */
  questions: QuestionFound[];
  /** What their accounts rest on now. */
  present: Looking;
  /** Display names by id of the person. */
  names: ReadonlyMap<string, string>;
  log_head: ChainHead;
}

export function isInternal({ audience }: Pick<ReportMaterial, 'audience'>): boolean {
  return audience === 'internal';
}
