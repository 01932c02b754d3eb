// The page on which a spreadsheet is brought, with the tray and the list to take away.
import type { ArticleFound } from '#src/articles/store.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import type { Context } from '#src/context.ts';
import { counted, oneOrCounted } from '#src/counted.ts';
import { cutAtWord } from '#src/cut-at-word.ts';
import { url } from '#src/paths.ts';
import { may } from '#src/people/permissions.ts';
import { noteWith } from '../columns/comment-lines.ts';
import type { SheetLine } from '../columns/line.ts';
import { listEntries, listSheetRows } from '../entries/store.ts';
import type { SheetRowTable } from '../tables.ts';

/** Nobody places more by hand on one page. */
const MOST_SHOWN = 100;

/** The model of /articles/:id/sheets. The caller has asked whether this person sees sheets. Erased where the words were. */
export async function sheetsPage(ctx: Context, article: ArticleFound) {
  await getVersionText(ctx.db, article);
  const waiting = (await listSheetRows(ctx.db, article.id)).filter(({ settled_at }) => settled_at === null);
  const entries = await listEntries(ctx.db, article.id);
  const undecided = entries.filter(
    ({ what, decision }) => decision === null && (what === 'verdict' || what === 'source'),
  );
  const claims = new Set(undecided.map(({ claim_id }) => claim_id)).size;
  const { number: id } = article;
  return {
    title: `Claims from a spreadsheet · ${cutAtWord(article.title, 40)}`,
    nav: 'articles' as const,
    where: article.desk_name,
    tab: 'text' as const,
    id,
    language: article.language,
    may_take: may(article.role, 'take_sheets_in'),
    undecided_said:
      undecided.length === 0
        ? ''
        : `${oneOrCounted(undecided.length, 'One suggestion from a spreadsheet waits', 'suggestions from spreadsheets wait')} at ${counted(claims, 'claim')}: take or dismiss each on its claim.`,
    tray: waiting.slice(0, MOST_SHOWN).map(shown),
    tray_count: waiting.length,
    tray_said:
      waiting.length > MOST_SHOWN
        ? `the first ${MOST_SHOWN} of ${waiting.length.toLocaleString('en')}`
        : counted(waiting.length, 'row'),
    files: (['xlsx', 'csv'] as const).map((format) => ({
      label: format === 'csv' ? 'CSV' : 'Excel',
      href: url('claims_file', { id, format }),
    })),
  };
}

function shown({ id, sheet, row, line }: SheetRowTable) {
  const { words, paragraph, status, sources, note, comments, checker } = JSON.parse(line) as SheetLine;
  const says = [
    paragraph !== null && `paragraph ${paragraph}`,
    status !== '' && `status “${status}”`,
    ...sources,
    noteWith(note, comments),
    checker !== '' && `checker ${checker}`,
  ].filter((one) => one !== false && one !== '');
  return { id, from: `${sheet}, row ${row}`, words, says: says.join(' · ') };
}
