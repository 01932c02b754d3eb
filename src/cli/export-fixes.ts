// `claimdesk export --of`: the list of fixes, or the article with its fixes tracked, as a file.
import { getArticle } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import type { OutgoingFile } from '#src/outgoing-file.ts';
import { writeRedlineFile } from '#src/reports/redline/files.ts';
import { writeListFile } from '#src/reviews/change-list/files.ts';
import { LIST_FORMATS } from '#src/reviews/change-list/formats.ts';
import { REDLINE_FILE } from '#src/reviews/redline/redline-file.ts';
import { type Audience, audienceIn } from '#src/sources/held-back/audience.ts';
import { chooseFormat } from '#src/sources/held-back/file-format.ts';

/** What there is besides the report, with its formats. */
export const FIXES_FORMATS = {
  fixes: LIST_FORMATS.map(({ name }) => name),
  redline: [REDLINE_FILE.name],
} as const;

export type FixesKind = keyof typeof FIXES_FORMATS;

/** The file of this kind. NotFound where the actor may not read the article, or nobody writes such a format; Forbidden as the report. */
export async function exportFixes(
  ctx: Context,
  article: string | number,
  wanted: { of: FixesKind; format: string; audience?: string | undefined },
): Promise<OutgoingFile> {
  const audience: Audience = audienceIn(wanted.audience);
  const found = await getArticle(ctx, article);
  if (wanted.of === 'fixes') return writeListFile(ctx, found, { format: wanted.format, audience });
  chooseFormat([REDLINE_FILE], { format: wanted.format, audience });
  return writeRedlineFile(ctx, found, audience);
}
