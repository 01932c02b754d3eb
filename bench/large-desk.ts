// The desk that bench/large.ts asks; it tells its parent how long its event loop stood still.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { getArticle } from '#src/articles/store.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import { makeClaim } from '#src/claims/marking/make-claim-commands.ts';
import { transact } from '#src/context.ts';
import { figuresOf } from '#src/reading/entities/figures.ts';
import { emailOf, type NewsroomDesk, PASSWORD, type PersonName, startNewsroom } from '#tests/support/newsroom.ts';
import { Visitor } from '#tests/support/visitor.ts';

/** Listens on a free port, tells where and with which cookies; at `begin` and `end` it measures. */
export async function serveForBench(): Promise<void> {
  const desk = await startNewsroom();
  const server = desk.app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const delay = monitorEventLoopDelay({ resolution: 2 });
  const signedIn = async (name: PersonName) => {
    const { cookies } = await new Visitor(desk.app).signIn(emailOf(name), PASSWORD);
    return [...cookies].map(([cookie, value]) => `${cookie}=${value}`).join('; ');
  };
  process.on('message', (word) => {
    if (word === 'begin') {
      delay.reset();
      delay.enable();
    } else if (word === 'mark') {
      void markClaims(desk).then(() => process.send?.({}));
    } else {
      delay.disable();
      process.send?.({ longest: delay.max / 1e6 });
    }
  });
  process.once('disconnect', () => process.exit());
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.send?.({ address, ada: await signedIn('ada'), ben: await signedIn('ben') });
}

/** Ben marks 400 claims all over the article, as its figures and words are. */
export async function markClaims(desk: NewsroomDesk): Promise<void> {
  await transact(desk.ctxOf('ben'), async (ctx) => {
    const article = await getArticle(ctx, 1);
    const ground = await getVersionText(ctx.db, article);
    const step = Math.floor(ground.sentences.length / 400);
    for (const { start, end } of ground.sentences.filter((_, index) => index % step === 1).slice(0, 400)) {
      const range = { start, end };
      const figures = figuresOf(ground.text, range);
      const reading = { statement: ground.text.slice(start, end), kind: 'other' as const, attribution: [], figures };
      await makeClaim(ctx, { article, ground }, { range, reading });
    }
  });
}
