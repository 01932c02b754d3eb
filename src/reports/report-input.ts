// What a report is made of: what stands at the article as its audience may see it, and when. Pure.
import type { ArticleView } from '#src/article-view/gather-article.ts';
import type { ChainHead } from '#src/audit/head.ts';
import type { Statement } from '#src/people/desks/statement.ts';
import type { CorrectionFound } from './complaints/correction-store.ts';
import type { SignOffMaterial } from './report-sign-off.ts';
import type { Signing } from './sealed.ts';

export interface ReportMaterial extends ArticleView {
  /** When the report is drawn up, ISO 8601 in UTC. */
  at: string;
  /** Display names by id of the person. */
  names: ReadonlyMap<string, string>;
  log_head: ChainHead;
  /** What the desk says of itself. */
  statement: Statement;
  /** Withdrawn ones too, the latest first. */
  corrections: CorrectionFound[];
  /** Null for a draft. */
  signed: Signing | null;
  sign_off: SignOffMaterial;
}
