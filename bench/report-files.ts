// How long each file of a report takes, and how long it holds everybody else.
// Run: node bench/report-files.ts [--claims 200] [--times 3]
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { takeArticleIn } from '#src/articles/commands.ts';
import { getArticle } from '#src/articles/store.ts';
import { markClaim } from '#src/claims/marking/commands.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import type { OutgoingFile } from '#src/outgoing-file.ts';
import { writeReportFile } from '#src/reports/files.ts';
import { REPORT_FORMATS } from '#src/reports/formats/register.ts';
import { writeRedlineFile } from '#src/reports/redline/files.ts';
import { askFix, decideFix } from '#src/reviews/fixes/commands.ts';
import { listFixes } from '#src/reviews/fixes/store.ts';
import { startNewsroom } from '#tests/support/newsroom.ts';
import { bytesOf } from '#tests/support/outgoing-bytes.ts';

const { values } = parseArgs({
  options: { claims: { type: 'string', default: '200' }, times: { type: 'string', default: '3' } },
});
const claims = Number(values.claims);
const desk = await startNewsroom();
const [ada, ben] = [desk.ctxOf('ada'), desk.ctxOf('ben')];
const { id } = await fillArticle();
const article = await getArticle(ben, id);

const files: Record<string, () => Promise<OutgoingFile>> = {
  ...Object.fromEntries(
    REPORT_FORMATS.map(({ name, audiences }) => [
      name,
      () => writeReportFile(ben, article, { format: name, audience: audiences[0] ?? 'public' }),
    ]),
  ),
  'fixes.docx?as=redline': () => writeRedlineFile(ben, article, 'internal'),
};
const rows = [];
for (const [file, write] of Object.entries(files)) {
  const tries = [];
  for (let time = 0; time < Number(values.times); time += 1) tries.push(await timed(write));
  const [first, ...again] = tries;
  rows.push({
    file,
    kB: Math.round((first?.bytes ?? 0) / 1000),
    'first, ms': first?.milliseconds,
    'again, ms': Math.min(...again.map(({ milliseconds }) => milliseconds)),
    'of it in the file, ms': Math.min(...again.map(({ writing }) => writing)),
    'held at first, ms': first?.held,
    'held again, ms': Math.min(...again.map(({ held }) => held)),
  });
}
console.log(`${claims} claims, ${Math.round(claims / 5)} agreed fixes; gathering the report is part of each time`);
console.table(rows);
await desk.close();
process.exit();

async function timed(write: () => Promise<OutgoingFile>) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  await wait(50);
  delay.enable();
  await wait(20);
  const began = performance.now();
  const file = await write();
  const gathered = performance.now();
  const bytes = (await bytesOf(file)).length;
  const ended = performance.now();
  await wait(20);
  delay.disable();
  const [milliseconds, writing] = [Math.round(ended - began), Math.round(ended - gathered)];
  return { bytes, milliseconds, writing, held: Math.round(delay.max / 1e6) };
}

/** A sentence a claim, each with a source and a passage; every fifth with an agreed fix. */
async function fillArticle(): Promise<{ id: string }> {
  const sentences = Array.from(
    { length: claims },
    (_, index) => `In district ${index + 1} the spokesman counted ${index + 40} armed men at the river crossing.`,
  );
  const paragraphs = sentences.map((sentence, index) => sentence + (index % 4 === 3 ? '\n\n' : ' '));
  const taken = { headline: 'A long count', body: paragraphs.join('').trim() };
  const { id } = await takeArticleIn(ben, desk.desks.foreign.slug, taken);
  for (const number of sentences.keys()) {
    const words = `${number + 40} armed men`;
    await markClaim(ben, id, { selection: { sentence: number + 2, words }, is_key: false });
    const source = { source_line: `https://bulletin.example/${number}`, place: `page ${number + 1}` };
    await addEvidence(ben, id, { number: number + 1, ...source, passage: `${number + 40} men with arms were seen` });
    if (number % 5 > 0) continue;
    await askFix(ben, id, { number: number + 1, old_words: words, new_words: `some ${number + 39} men`, reason: 'so' });
    const fix = (await listFixes(desk.db, id)).at(-1);
    await decideFix(ada, id, { fix_id: fix?.id ?? '', decision: 'agreed' });
  }
  return { id };
}
