// Which sentences come out of a PDF as they went in, by pdf.js and by poppler, where its pdftotext is there.
// Run: node trials/pdf-words.ts
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractText } from 'unpdf';
import { takeArticleIn } from '#src/articles/commands.ts';
import { exportReport } from '#src/cli/export.ts';
import { SENTENCES } from '#tests/reports/pdf/sentences.ts';
import { startNewsroom } from '#tests/support/newsroom.ts';
import { bytesOf } from '#tests/support/outgoing-bytes.ts';

interface Row {
  language: string;
  words: string;
  'pdf.js': string | boolean;
  poppler: string | boolean;
}

const desk = await startNewsroom();
const ben = desk.ctxOf('ben');
const folder = mkdtempSync(join(tmpdir(), 'claimdesk-pdf-'));
const rows: Row[] = [];
for (const [language, words] of SENTENCES) {
  const { number } = await takeArticleIn(ben, desk.desks.foreign.slug, { headline: 'Report', body: words, language });
  const bytes = await bytesOf(await exportReport(ben, number, { format: 'pdf', audience: 'public' }));
  const { text } = await extractText(new Uint8Array(bytes), { mergePages: true });
  const sides = { 'pdf.js': text, poppler: byPoppler(bytes) };
  const equal = (said: string | null) => (said === null ? 'not there' : plain(said).includes(plain(words)));
  rows.push({ language, words: words.slice(0, 40), 'pdf.js': equal(sides['pdf.js']), poppler: equal(sides.poppler) });
}
await desk.close();
rmSync(folder, { recursive: true });
console.table(rows);
const count = (side: 'pdf.js' | 'poppler') => rows.filter((row) => row[side] === true).length;
console.log(`Equal of ${rows.length}: ${count('pdf.js')} by pdf.js, ${count('poppler')} by poppler.`);

function byPoppler(bytes: Buffer): string | null {
  const file = join(folder, 'report.pdf');
  writeFileSync(file, bytes);
  try {
    return execFileSync('pdftotext', [file, '-'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return null;
  }
}

/** Without marks that nobody sees, such as those that turn words. */
function plain(words: string): string {
  return words
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .normalize('NFC');
}
