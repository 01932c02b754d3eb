// Regions of a page: a script that has the page gets only those that came to differ.
import { hash } from 'node:crypto';
import type { Request, Response } from 'express';

/**
 * A template says a region by `data-region="name"` on its element and `<!--/name-->` behind it; regions do not lie in one
 * another. No word of a person can look like either: their quotation marks and angle brackets are escaped.
 */
interface Region {
  name: string;
  html: Buffer;
  print: string;
}

/** The header in which a script names the regions that it has, and the desk those of the page it answers with. */
export const REGIONS = 'Page-Regions';
/** The region that is all of the page but its regions, its title and its notice. Where it differs, the page is sent whole. */
const FRAME = 'page';
const START = ' data-region="';
const TITLE = /<title>[^<]*<\/title>/;
const NOTICE = /<div class="page-notice">.*?<\/div>\s*/s;
const HEAD_END = '</head>';

/**
 * The page, with its regions and their fingerprints named in its head; or, for a script that has the same page with regions
 * of other fingerprints, its title, its notice and the regions that differ. In pieces, not copied. Sets the headers that keep the two apart.
 */
export function withRegions(req: Request, res: Response, whole: Buffer): Buffer[] {
  res.vary(REGIONS);
  const { regions, frame } = cut(whole);
  const title = TITLE.exec(frame)?.[0] ?? '';
  const notice = NOTICE.exec(frame)?.[0] ?? '';
  const printed = [{ name: FRAME, print: printOf(frame.replace(title, '').replace(notice, '')) }, ...regions];
  const said = printed.map(({ name, print }) => `${name}=${print}`);
  const had = (req.get(REGIONS) ?? '').split(' ');
  if (!isOfPage(had, printed)) return withMeta(whole, said.join(' '));
  res.set(REGIONS, said.join(' ')).set('Cache-Control', 'no-store').removeHeader('ETag');
  const differing = regions.filter((_, at) => had[at + 1] !== said[at + 1]);
  return [Buffer.from(`${title}\n${notice}`), ...differing.map(({ html }) => html)];
}

/** Whether the script has this very frame, with regions of these names. */
function isOfPage(had: readonly string[], printed: readonly { name: string; print: string }[]): boolean {
  const is_frame = had[0] === `${FRAME}=${printed[0]?.print}`;
  return is_frame && had.length === printed.length && printed.every(({ name }, at) => had[at]?.startsWith(`${name}=`));
}

function withMeta(whole: Buffer, said: string): Buffer[] {
  const end = whole.indexOf(HEAD_END);
  const meta = Buffer.from(`<meta name="page-regions" content="${said}">\n`);
  return [whole.subarray(0, end), meta, whole.subarray(end)];
}

function cut(whole: Buffer): { regions: Region[]; frame: string } {
  const regions: Region[] = [];
  const frame: string[] = [];
  let end = 0;
  for (let at = whole.indexOf(START); at >= 0; at = whole.indexOf(START, end)) {
    const name = whole.toString('utf8', at + START.length, whole.indexOf('"', at + START.length));
    const start = whole.lastIndexOf('<', at);
    const mark = `<!--/${name}-->`;
    const close = whole.indexOf(mark, at);
    if (close < 0) throw new Error(`The region ${name} of the page is not closed.`);
    frame.push(whole.toString('utf8', end, start));
    end = close + mark.length;
    const html = whole.subarray(start, end);
    regions.push({ name, html, print: printOf(html) });
  }
  return { regions, frame: [...frame, whole.toString('utf8', end)].join('') };
}

function printOf(html: string | Buffer): string {
  return hash('sha1', html, 'base64url').slice(0, 8);
}
