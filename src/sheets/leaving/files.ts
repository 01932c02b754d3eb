// The list of an article's claims as a file of any format in the register.
import type { ArticleFound } from '#src/articles/store.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import { listClaims } from '#src/claims/store.ts';
import type { Context } from '#src/context.ts';
import { listEvidence } from '#src/evidence/store.ts';
import type { OutgoingFile } from '#src/outgoing-file.ts';
import { listMembers } from '#src/people/member-store.ts';
import { assertMay } from '#src/people/permissions.ts';
import { listVerdicts } from '#src/people/verdict-store.ts';
import { chooseFormat, writeFile } from '#src/sources/held-back/file-format.ts';
import { listEntries } from '../entries/store.ts';
import { type ClaimSheet, claimSheetOf } from './claim-sheet.ts';
import { SHEET_FORMATS } from './formats.ts';

/** For those who work on the article: what was noted may name anybody. Forbidden for guests. */
async function gatherClaimSheet(ctx: Context, article: ArticleFound): Promise<ClaimSheet> {
  assertMay(article.role, 'see_sheets');
  const ground = await getVersionText(ctx.db, article);
  const members = await listMembers(ctx.db, article.desk_id);
  return claimSheetOf({
    article: article.number,
    ground,
    claims: await listClaims(ctx.db, { article_id: article.id, version_id: ground.version.id }),
    verdicts: await listVerdicts(ctx.db, article.desk_id),
    evidence: await listEvidence(ctx.db, article.id, 'inside'),
    notes: (await listEntries(ctx.db, article.id)).filter(({ what }) => what === 'note'),
    names: new Map(members.map(({ person_id, display_name }) => [person_id, display_name])),
  });
}

/** NotFound for a format that there is none of. The caller has found the article. */
export async function writeClaimSheet(ctx: Context, article: ArticleFound, format: string): Promise<OutgoingFile> {
  const audience = 'internal';
  const chosen = chooseFormat(SHEET_FORMATS, { format, audience });
  const sheet = await gatherClaimSheet(ctx, article);
  return writeFile(chosen, sheet, { name: `claimdesk-${article.number}-claims`, audience });
}
