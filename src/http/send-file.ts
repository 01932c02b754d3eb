// Sends a file for keeping, piece by piece.
import type { Response } from 'express';
import type { OutgoingFile } from '#src/outgoing-file.ts';
import { sendPieces } from './send-pieces.ts';

/**
 * The file as an answer under its name. The first piece is made before the head is sent, so that what fails by then is
 * answered with a page; what fails later cuts the connection. `caching` is the answer's Cache-Control.
 */
export async function sendFile(res: Response, file: OutgoingFile, caching: string): Promise<void> {
  const pieces = file.pieces[Symbol.asyncIterator]();
  const first = await pieces.next();
  res.set('Cache-Control', caching);
  if (file.policy !== undefined) res.set('Content-Security-Policy', `${file.policy}; frame-ancestors 'none'`);
  // The type is set behind the name, whose ending would choose one of its own.
  res.attachment(file.file_name).set('Content-Type', file.media_type);
  if (res.req.method === 'HEAD') {
    await pieces.return?.();
    res.end();
  } else await sendPieces(res, from(first, pieces));
}

async function* from(
  first: IteratorResult<Uint8Array>,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  try {
    for (let next = first; !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
