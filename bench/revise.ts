// How long a new version takes with 400 judged claims in a large text. Run: node bench/revise.ts
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeArticleIn } from '#src/articles/commands.ts';
import { getArticle } from '#src/articles/store.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import { makeClaim } from '#src/claims/marking/make-claim-commands.ts';
import { reviseArticle } from '#src/claims/revision/commands.ts';
import { systemContext, transact } from '#src/context.ts';
import { openDatabase } from '#src/database/connect.ts';
import { migrate } from '#src/database/migrate.ts';
import { insertDesk } from '#src/people/desk-store.ts';
import { followClaims } from '#src/reading/alignment/followed-claims.ts';
import { figuresOf } from '#src/reading/entities/figures.ts';
import { gatherArticle } from '#src/workbench/gather-article.ts';
import { changesPage } from '#src/workbench/versions/changes-page.ts';
import { comparePage } from '#src/workbench/versions/compare-page.ts';
import { longArticle, revised } from './long-article.ts';

async function timed<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const began = performance.now();
  const result = await work();
  console.log(`${name.padEnd(44)} ${((performance.now() - began) / 1000).toFixed(2).padStart(6)} s`);
  return result;
}

const data_dir = await mkdtemp(join(tmpdir(), 'claimdesk-bench-'));
const { db, close } = await openDatabase({ data_dir, database_url: null });
await migrate(db);
const ctx = systemContext(db);
const desk = await insertDesk(ctx, { name: 'Foreign desk', time_zone: 'UTC', language: 'en' });
const before = longArticle();
const { id } = await timed('take 1 MB in', () => takeArticleIn(ctx, desk.slug, { body: before.join('\n\n') }));
const { text, sentences } = await getVersionText(db, await getArticle(ctx, id));
const step = Math.floor(sentences.length / 400);
const ranges = sentences.filter((_, index) => index % step === 0).slice(0, 400);
await timed('mark 400 claims', () =>
  transact(ctx, async (ctx) => {
    const article = await getArticle(ctx, id);
    const ground = await getVersionText(ctx.db, article);
    for (const { start, end } of ranges) {
      const words = { start, end };
      const figures = figuresOf(text, words);
      const reading = { statement: text.slice(start, end), kind: 'other' as const, attribution: [], figures };
      await makeClaim(ctx, { article, ground }, { range: words, reading });
    }
  }),
);
const body = revised(before);
await timed('follow 400 ranges, text work alone', async () => followClaims(text, body, ranges, 'en'));
const result = await timed('revise, all told', () => reviseArticle(ctx, id, { body, version: 1 }));
await timed('gather version 2 for the first page', async () => gatherArticle(ctx, await getArticle(ctx, id)));
await timed('the page of what changed', async () => changesPage(ctx, await getArticle(ctx, id), '2'));
await timed('the page that compares', async () =>
  comparePage(ctx, await getArticle(ctx, id), { number: '2', with: '1' }),
);
const { exact, moved, changed, lost } = result;
console.log(`${exact} exact, ${moved} moved, ${changed} changed, ${lost} lost`);
await close();
await rm(data_dir, { recursive: true, force: true });
