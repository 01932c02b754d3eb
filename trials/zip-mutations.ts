// Random changes of the files in the ZIPs of a signed report: how many of each kind are caught, and by what.
// Run: node trials/zip-mutations.ts [--mutations 1000] [--seed 1]
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { retraceZip } from '#src/reports/retrace/retrace-zip.ts';
import { filesIn, MUTATIONS, packedAgain, randomFrom } from '#tests/reports/zip/mutations.ts';
import { zipOfReport, zippedArticle } from '#tests/reports/zip/zipped-article.ts';
import { startNewsroom } from '#tests/support/newsroom.ts';

const { values } = parseArgs({
  options: { mutations: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
});

const desk = await startNewsroom();
const folder = await mkdtemp(join(tmpdir(), 'claimdesk-zip-'));
const { id } = await zippedArticle(desk);
const zips = [
  await zipOfReport(desk, id, { audience: 'internal' }),
  await zipOfReport(desk, id, { audience: 'public' }),
].map(filesIn);
await desk.close();

const path = join(folder, 'report.zip');
const [whole] = zips;
if (whole === undefined) throw new Error('There is no ZIP.');
await writeFile(path, await packedAgain(whole));
const { zip_key } = await retraceZip(path, []);

const random = randomFrom(Number(values.seed));
const kinds = Object.entries(MUTATIONS);
const table = new Map(kinds.map(([kind]) => [kind, { made: 0, caught: 0, milliseconds: 0 }]));
for (let turn = 0; turn < Number(values.mutations); turn += 1) {
  const files = new Map(zips[Math.floor(random() * zips.length)]);
  const [kind, mutate] = kinds[turn % kinds.length] ?? ['', () => ''];
  const said = mutate(files, random);
  await writeFile(path, await packedAgain(files));
  const start = performance.now();
  const { fault } = await retraceZip(path, [zip_key]);
  const row = table.get(kind);
  if (row === undefined) continue;
  row.made += 1;
  row.milliseconds += performance.now() - start;
  if (fault === null) console.error(`Not caught: ${kind}: ${said}`);
  else row.caught += 1;
}
await rm(folder, { recursive: true });

console.table(
  [...table].map(([kind, { made, caught, milliseconds }]) => {
    return { kind, made, caught, 'ms each': made === 0 ? 0 : Math.round(milliseconds / made) };
  }),
);
process.exitCode = [...table.values()].every(({ made, caught }) => made === caught) ? 0 : 1;
