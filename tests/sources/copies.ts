// Things that people bring and servers send, and what the tests of saved copies start from.
import { zipSync } from 'fflate';
import type { Context } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { readFile } from '#src/files/commands.ts';
import { addSource } from '#src/sources/commands.ts';
import { behindTheLog } from '#tests/support/held.ts';
import type { Newsroom } from '#tests/support/newsroom.ts';

export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
export const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
export const MP3 = Buffer.concat([
  Buffer.from('fffb9064', 'hex'),
  Buffer.alloc(413),
  Buffer.from('fffb9064', 'hex'),
  Buffer.alloc(413),
]);
export const PROGRAM = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]);
export const ZIP = Buffer.from(zipSync({ 'a.txt': Buffer.from('a') }));

/** Each of these would set `window.ran`, or leave the desk, if anything of it ran. */
export const SVG = Buffer.from(
  `<svg xmlns="http://www.w3.org/2000/svg" onload="parent.ran = 'onload'"><script>parent.ran = 'svg'; top.ran = 1</script><text>drawn</text></svg>`,
);
export const HTML_PAGE = Buffer.from(`<!doctype html><html><head><title>Trams</title>
<meta http-equiv="refresh" content="0;url=https://left.example/"><script>window.ran = 'script'; alert(1)</script></head>
<body onload="window.ran = 'body'"><article><h1>Six trams stopped</h1>
<p>Six trams stopped on Monday, and four hundred people walked home, the company said in the evening of that day.</p>
<p><img src="x" onerror="window.ran = 'onerror'"><a href="javascript:window.ran = 'link'">The company's own words</a> were shorter than that.</p>
<p>&lt;script&gt;window.ran = 'text'&lt;/script&gt; stood in the statement itself, and nobody at the company could say why.</p>
<svg onload="window.ran = 'svg'"></svg><iframe srcdoc="<script>parent.ran = 'frame'</script>"></iframe></article></body></html>`);

/** Ben adds a source to the foreign desk's library; gives back its number. */
export async function addedSource(
  newsroom: Newsroom,
  source_line: string,
  { is_confidential = 0 }: { is_confidential?: 0 | 1 } = {},
): Promise<number> {
  const { source } = await addSource(newsroom.ctxOf('ben'), { desk: newsroom.desks.foreign.slug, source_line });
  if (is_confidential === 1)
    await behindTheLog(newsroom.db)
      .updateTable('source')
      .set({ is_confidential: 1, alias: 'Source A' })
      .where('id', '=', source.id)
      .execute();
  return source.number;
}

export async function bytesOf(db: Db, file_id: string | null): Promise<Buffer> {
  const chunks: Buffer[] = [];
  if (file_id !== null) for await (const chunk of readFile(db, file_id)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Changes one bit of what is kept, as somebody would who can write the database. */
export async function alterFile(db: Db, file_id: string): Promise<void> {
  const { bytes } = await db
    .selectFrom('file_chunk')
    .select('bytes')
    .where('file_id', '=', file_id)
    .where('position', '=', 0)
    .executeTakeFirstOrThrow();
  const altered = Buffer.from(bytes);
  altered[3] = (altered[3] as number) ^ 1;
  await db
    .updateTable('file_chunk')
    .set({ bytes: altered })
    .where('file_id', '=', file_id)
    .where('position', '=', 0)
    .execute();
}

/** The copies of an installation, by number. */
export function allCopies(ctx: Pick<Context, 'db'>) {
  return ctx.db.selectFrom('snapshot').selectAll().orderBy('number').execute();
}
