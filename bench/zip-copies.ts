// What a ZIP with 100 MB of copies takes, and holds. Run: node --expose-gc bench/zip-copies.ts
import { randomBytes } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { getArticle } from '#src/articles/store.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { writeSignedFile } from '#src/reports/files.ts';
import type { Audience } from '#src/sources/held-back/audience.ts';
import { halfCheckedArticle } from '#tests/reports/half-checked.ts';
import { sign } from '#tests/reports/signed-article.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { keepCopy } from '#tests/support/source-verbs.ts';
import { heldBy } from './loop-hold.ts';

const COPIES = 4;
const COPY_BYTES = 25_000_000;

const desk = await startNewsroom();
const { id } = await halfCheckedArticle(desk);
for (let copy = 1; copy <= COPIES; copy += 1) await keepTape(desk, id, copy);
await sign(desk.ctxOf('ada'), id);
const rows = [];
// The first one starts what makes PDF and Word: what that takes has nothing to do with the copies.
for (const audience of ['internal', 'internal', 'public'] as const) rows.push(await zipped(desk, id, audience));
await desk.close();
console.table(rows);

async function keepTape({ ctxOf }: NewsroomDesk, id: string, number: number): Promise<void> {
  const ben = ctxOf('ben');
  const line = { number: 2, source_line: `https://tarn.example/tape-${number}`, passage: 'six bombers' };
  const { source } = await addEvidence(ben, id, line);
  const name = `tape-${number}.wav`;
  await keepCopy(ben, source.number, { how: 'paste', name, claimed: 'audio/wav', bytes: tape() });
}

/** Sound that cannot be packed any smaller. */
function tape(): Buffer {
  const bytes = randomBytes(COPY_BYTES);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(COPY_BYTES - 8, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  return bytes;
}

async function zipped({ ctxOf }: NewsroomDesk, id: string, audience: Audience): Promise<object> {
  const ctx = ctxOf('ada');
  globalThis.gc?.();
  const before = process.memoryUsage();
  const most = { resident: 0, held: 0 };
  let bytes = 0;
  const { wall, thread } = await heldBy(async () => {
    const wanted = { format: 'zip', audience, number: 1 };
    for await (const piece of (await writeSignedFile(ctx, await getArticle(ctx, id), wanted)).pieces) {
      bytes += piece.length;
      const { rss, heapUsed, external } = process.memoryUsage();
      most.resident = Math.max(most.resident, rss - before.rss);
      most.held = Math.max(most.held, heapUsed + external - before.heapUsed - before.external);
      await turn();
    }
  });
  return {
    ZIP: audience,
    MB: Math.round(bytes / 1e6),
    'resident, MB more': Math.round(most.resident / 1e6),
    'heap and buffers, MB more': Math.round(most.held / 1e6),
    'loop held, processor ms': Math.round(thread),
    'by the clock': Math.round(wall),
  };
}
