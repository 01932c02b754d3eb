// How long odd texts hold the desk up, in whatever field they are sent, and when the page opens.
// Run: node bench/held.ts [--bytes 900000] [--only WORDS] [--fields]; WORDS are of a text's name, or of a field's, and
// --fields sends a few kinds into each field of each form, instead of all into a text.
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Asked, HeldDesk } from './held-desk.ts';
import { fieldsOfForms } from './odd-fields.ts';
import { ODD_TEXTS } from './odd-texts.ts';

const { values } = parseArgs({
  options: {
    bytes: { type: 'string', default: '900000' },
    only: { type: 'string', default: '' },
    fields: { type: 'boolean', default: false },
  },
});
const IN_FIELDS = ['quotes "', 'quotes spaced', 'J. spaced', 'lines a', 'lines empty', 'spaces', 'numbers', 'a table'];
const HELD = 50;

const folder = await mkdtemp(join(tmpdir(), 'claimdesk-held-'));
const desk = await HeldDesk.start(folder);
const rows: Record<string, string | number>[] = [];
if (values.fields) await sendIntoFields();
else await openTexts();
await desk.stop();
await rm(folder, { recursive: true, force: true });
const load = loadavg().map((one) => one.toFixed(1));
console.log(`${values.bytes} bytes; ${availableParallelism()} processors, load ${load.join(' ')}; milliseconds`);
console.table(rows);

/** Each kind as the body of an article: taken in, opened, opened again. */
async function openTexts(): Promise<void> {
  for (const [name, make] of Object.entries(ODD_TEXTS)) {
    if (!name.includes(values.only)) continue;
    const body = `Six trams stood still. ${inBytes(make)}`;
    const taken = await desk.measure(() => desk.post('/articles', { desk: 'city-desk', headline: '', body }));
    const row = { text: name, status: taken.status, 'taken in': taken.took, held: taken.thread };
    if (taken.location === '') rows.push(row);
    else {
      const first = await desk.measure(() => desk.get(taken.location));
      const again = await desk.measure(() => desk.get(taken.location));
      rows.push({
        ...row,
        opened: first.took,
        ' held': first.thread,
        'page, MB': (first.bytes / 1e6).toFixed(1),
        again: again.took,
        '  held': again.thread,
      });
    }
    console.error(JSON.stringify(rows.at(-1)));
  }
}

/** As many letters as go into so many bytes. */
function inBytes(make: (letters: number) => string): string {
  const sample = make(1_000);
  return make(Math.floor((Number(values.bytes) * sample.length) / Buffer.byteLength(sample)));
}

/** A few kinds into each field of each form: within what it may hold, and far beyond. Only what held the desk is shown. */
async function sendIntoFields(): Promise<void> {
  const kinds = Object.entries(ODD_TEXTS).filter(([name]) => IN_FIELDS.some((one) => name.startsWith(one)));
  let sent = 0;
  const most: Asked & { thread: number } = { status: 0, location: '', bytes: 0, took: 0, thread: 0 };
  for await (const field of fieldsOfForms(desk)) {
    if (!field.name.includes(values.only)) continue;
    for (const [name, make] of kinds)
      for (const letters of [1_900, 9_000, Number(values.bytes)]) {
        const asked = await desk.measure(() => field.send(make(letters)));
        sent += 1;
        if (asked.thread > most.thread) Object.assign(most, asked);
        if (asked.thread <= HELD && asked.status < 500) continue;
        rows.push({
          field: field.name,
          text: name,
          letters,
          status: asked.status,
          took: asked.took,
          held: asked.thread,
        });
        console.error(JSON.stringify(rows.at(-1)));
      }
  }
  console.log(`${sent} posts; the longest hold was ${most.thread} ms.`);
}
