// The rows of what left the desk: to whom a report was sent, and who took a file of it.
import type { Audience } from '#src/sources/held-back/audience.ts';
import type { PublicationHow } from './publication.ts';

export interface PublicationTable {
  id: string;
  desk_id: string;
  article_id: string;
  report_id: string;
  audience: Audience;
  to_whom: string;
  how: PublicationHow;
  sent_at: string;
  noted_by: string;
  noted_at: string;
  /** Somebody noted it wrong; it stays on record. */
  withdrawn_by: string | null;
  withdrawn_at: string | null;
}

export interface ReportDownloadTable {
  id: string;
  desk_id: string;
  article_id: string;
  report_id: string;
  audience: Audience;
  /** As the register names it. */
  format: string;
  person_id: string;
  at: string;
}

declare module '#src/database/schema.ts' {
  interface Database {
    publication: PublicationTable;
    report_download: ReportDownloadTable;
  }
}
