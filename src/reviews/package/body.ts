// How much may be sent at once by the writer's link: nothing is read before it was looked up.
import type { Application, Request, Response } from 'express';
import type { Context } from '#src/context.ts';
import type { BodyAllowance } from '#src/http/arriving-body.ts';
import { BodyRoom } from '#src/http/body-room.ts';
import { hashToken } from '#src/people/tokens.ts';
import { getOpenLink } from '../writer/link-store.ts';
import type { PackageLimits } from './piece.ts';

const TEXT_BYTES = 200_000;
const BESIDE_BYTES = 2_000_000;

/**
 * One room for all writers, which holds one upload at the limit: whoever comes second is told to try again, and nobody at the
 * desk waits. NotFound where the link does not work, also once it ends while the body is on its way.
 */
export function packageBody(most = Number.POSITIVE_INFINITY): (req: Request) => Promise<BodyAllowance> {
  const rooms = new WeakMap<object, BodyRoom>();
  return async (req) => {
    const file_bytes = Math.min(most, limitsOf(req.app).file_bytes);
    const room = rooms.get(req.app) ?? new BodyRoom(file_bytes + BESIDE_BYTES);
    rooms.set(req.app, room);
    const ctx = (req.res as Response).locals.ctx as Context;
    const token_hash = hashToken(tokenIn(req));
    const { link } = await getOpenLink(ctx, token_hash);
    const began = Date.parse(ctx.at) - performance.now();
    // What the clock of the request says now: an hour's upload does not outlive a link that ends in a minute.
    const now = () => ({ ...ctx, at: new Date(began + performance.now()).toISOString() });
    return {
      ...{ bytes: file_bytes, text: TEXT_BYTES, room, owner: link.id, seconds: 600, silent_seconds: 30 },
      assertWanted: async () => void (await getOpenLink(now(), token_hash)),
    };
  };
}

/** What one link may bring, as the app was told. */
export function limitsOf(app: Application): PackageLimits {
  return app.get('writer limits') as PackageLimits;
}

function tokenIn(req: Request): string {
  const { token } = req.params;
  return typeof token === 'string' ? token : '';
}
