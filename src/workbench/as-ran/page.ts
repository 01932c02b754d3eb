// The text that ran beside the version that was checked, and what an editor says of the two.
import { isSameText, type Outline } from '#src/articles/as-ran/as-ran.ts';
import { type AsRanFound, findAsRan } from '#src/articles/as-ran/store.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { counted } from '#src/counted.ts';
import { sayTime } from '#src/dates.ts';
import { assertMay, may } from '#src/people/permissions.ts';
import { gatherArticle, type WorkbenchView } from '../gather-article.ts';
import { headOf, windowTitle } from '../head.ts';
import { type AsRanRow, asRanRows } from './rows-view.ts';

/** The model of /articles/:id/as-ran. Forbidden for guests. */
export async function asRanPage(ctx: Context, found: ArticleFound) {
  assertMay(found.role, 'see_as_ran');
  const gathered = await gatherArticle(ctx, found);
  const { article, ground } = gathered;
  const ran = await findAsRan(ctx.db, article.id);
  return {
    title: windowTitle(article, 'As it ran'),
    nav: 'articles',
    where: article.desk_name,
    head: headOf(gathered, ctx.at, 'versions'),
    latest: ground.version.number,
    address: article.url,
    may_bring: may(article.role, 'bring_as_ran'),
    ran: ran === undefined ? null : await shown(gathered, ran, ctx.at),
  };
}

async function shown({ article, ground }: WorkbenchView, ran: AsRanFound, now: string) {
  const say = (at: string) => sayTime(at, article.time_zone, now);
  const { sentences } = JSON.parse(ran.outline) as Outline;
  const is_same = ran.text !== null && isSameText(ran.text, ground.text);
  const differs = ran.text !== null && !is_same;
  const { rows, count } = differs
    ? await asRanRows(ground, { text: ran.text ?? '', sentences }, article.language)
    : { rows: [], count: 0 };
  const holds = ran.version_id === ground.version.id;
  const by = `${ran.initialled_by_name ?? 'somebody'}, ${say(ran.initialled_at ?? ran.brought_at)}`;
  return {
    id: ran.id,
    said: `${ran.address === '' ? 'Pasted' : 'Fetched'} by ${ran.brought_by_name ?? 'the operator'}, ${say(ran.brought_at)}`,
    address: ran.address,
    sha256: ran.sha256,
    is_erased: ran.text === null,
    is_same,
    rows,
    more: count - rows.length,
    summary: sayRows({ rows, count, is_same }, ground.version.number),
    initialled: ran.initialled_at !== null && holds ? { by, reason: ran.reason } : null,
    /** It was initialled against a version that is not the latest any more. */
    lapsed: ran.initialled_at !== null && !holds ? `${by}, against version ${ran.version_number}` : '',
  };
}

function sayRows(
  { rows, count, is_same }: { rows: AsRanRow[]; count: number; is_same: boolean },
  version: number,
): string {
  if (is_same) return `The same as version ${version}, letter for letter, but for spaces and quotation marks.`;
  if (count === 0) return `No sentence differs from version ${version}; dashes, signs or the places of parts do.`;
  const figures = rows.filter((row) => row.figures !== '').length;
  const differ = `${counted(count, 'sentence')} ${count === 1 ? 'differs' : 'differ'} from version ${version}`;
  if (count > rows.length) return `${differ}.`;
  return figures === 0 ? `${differ}.` : `${differ}, ${figures} of them in a figure.`;
}
