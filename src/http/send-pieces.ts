// Sends a long answer piece by piece, no faster than it is taken.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { piecesOf } from '#src/outgoing-file.ts';

/**
 * Sends the pieces as the body of an answer whose head is set. Where whoever asked goes away, nothing more is read and the
 * promise is kept all the same; where fewer bytes come than the head has promised, or reading fails, the connection is
 * cut, so that half a file does not look like a whole one.
 */
export async function sendPieces(res: Response, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const promised = res.getHeader('Content-Length');
  let sent = 0;
  const counted = async function* () {
    for await (const piece of pieces) {
      sent += piece.length;
      yield piece;
    }
    if (promised !== undefined && sent < Number(promised)) res.destroy();
  };
  try {
    await pipeline(Readable.from(counted()), res);
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}

/** A page of so many letters is sent at once; more would hold others up while it is made into bytes. */
const AT_ONCE = 500_000;

/** Sends a text whose head is set: a long one in pieces, between which others have a turn. */
export function sendText(res: Response, text: string): void {
  if (text.length <= AT_ONCE || res.req.method === 'HEAD') {
    res.send(text);
    return;
  }
  res.set('Content-Length', String(Buffer.byteLength(text)));
  sendPieces(res, piecesOf([text])).catch(() => res.destroy());
}
