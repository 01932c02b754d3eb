// One stream of server-sent events: what is told on it, and when it ends.
import type { Request, Response } from 'express';
import { type ArticleFound, getArticle } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { NotFound } from '#src/errors.ts';
import { sessionKey } from '#src/http/session.ts';
import { holderOf } from '#src/http/session-store.ts';
import { gatherState } from './gather-state.ts';
import type { Live, Stream } from './live.ts';
import { type Seen, whatIsSeen } from './seen.ts';

/** Node writes in the meantime; whoever takes nothing any more is not written to without end. */
const MOST_WAITING_BYTES = 64_000;

/** Opens the stream and tells at once how it stands. False where there are too many: then nothing is sent. */
export function openStream(
  { req, res }: { req: Request; res: Response },
  { live, article, page, seen }: { live: Live; article: ArticleFound; page: string; seen: Seen | null },
): boolean {
  const { ctx } = res.locals;
  const id_hash = sessionKey(req);
  const reader = new Reader({ live, ctx, article, seen });
  const write = (event: string) => {
    if (res.writableLength > MOST_WAITING_BYTES) res.destroy();
    else res.write(event);
  };
  const end = (event: string) => {
    live.close(stream);
    res.end(`event: ${event}\ndata:\n\n`);
  };
  const look = oneAtATime(async () => {
    if (res.writableEnded) return;
    const is_signed_in = (await holderOf(ctx.db, { id_hash, now: live.now() })) === ctx.actor.id;
    const told = is_signed_in ? await reader.look() : null;
    if (res.writableEnded) return;
    if (told === null) end('over');
    else write(told);
  });
  const { id: article_id, desk_id } = article;
  const stream: Stream = { page, article_id, desk_id, person_id: ctx.actor.id ?? '', look, end };
  if (!live.open(stream)) return false;
  res.once('close', () => live.close(stream));
  res.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    // Neither kept nor packed nor held back on its way.
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  });
  res.write('retry: 3000\n\n');
  void look();
  return true;
}

/** What a reader was told last, and what there is to tell now. */
class Reader {
  readonly #live: Live;
  readonly #ctx: Context;
  readonly #article_id: string;
  #seen: Seen | null;
  #told = '';

  constructor({ live, ctx, article, seen }: { live: Live; ctx: Context; article: ArticleFound; seen: Seen | null }) {
    this.#live = live;
    this.#ctx = ctx;
    this.#article_id = article.id;
    this.#seen = seen;
  }

  /** An event, a line that says nothing where nothing is new, or null where the reader may read the article no more. */
  async look(): Promise<string | null> {
    const ctx = { ...this.#ctx, at: this.#live.now() };
    try {
      const article = await getArticle(ctx, this.#article_id);
      const state = await gatherState(ctx, article, { seen: this.#seen, live: this.#live });
      const { seen, here } = state;
      const now = JSON.stringify({ seen, here });
      if (now === this.#told) return ':\n\n';
      this.#told = now;
      this.#seen = whatIsSeen(seen);
      return `id: ${seen}\nevent: state\ndata: ${JSON.stringify(state)}\n\n`;
    } catch (error) {
      if (error instanceof NotFound) return null;
      throw error;
    }
  }
}

/** Asked again while it runs, it runs once more afterwards. What fails is tried again with the next beat. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let is_wanted = false;
  const run = async () => {
    do {
      is_wanted = false;
      await work().catch(() => undefined);
    } while (is_wanted);
    running = undefined;
  };
  return () => {
    is_wanted = running !== undefined;
    running ??= run();
    return running;
  };
}
