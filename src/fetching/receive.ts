// Reads the body of an answer within the limits: counted as it comes and as it is unpacked.
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { saySize } from '#src/counted.ts';
import { type Answer, headerOf } from './exchange.ts';
import { FetchFailed } from './failures.ts';

export interface ReceiveLimits {
  /** The most bytes, packed and unpacked. */
  bytes: number;
  signal: AbortSignal;
  /** Told as bytes come in: how many so far, and of how many where the server said so. */
  onBytes?: ((received: number, expected: number | undefined) => void) | undefined;
}

export interface Body {
  /** Unpacked. */
  bytes: Buffer;
  /** As it came. */
  packed: Buffer;
}

const UNPACKERS = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** The body of an answer. Throws FetchFailed where it is empty, too large or packed in a way that is not read; else what the stream threw. */
export async function receiveBody(answer: Answer, limits: ReceiveLimits): Promise<Body> {
  const { url, answered } = answer;
  const encoding = headerOf(answered, 'content-encoding').trim().toLowerCase();
  const length = Number(headerOf(answered, 'content-length') || Number.NaN);
  const pieces: Buffer[] = [];
  let received = 0;
  answer.body.on('data', (piece: Buffer) => {
    received += piece.length;
    limits.onBytes?.(received, Number.isFinite(length) ? length : undefined);
    if (received > limits.bytes) answer.body.destroy(tooLarge(url, limits.bytes));
    else if (isPacked(encoding)) pieces.push(piece);
  });
  const bytes = await gather(unpacked(answer.body, encoding, url), url, limits);
  return { bytes, packed: isPacked(encoding) ? Buffer.concat(pieces) : bytes };
}

function isPacked(encoding: string): boolean {
  return encoding !== '' && encoding !== 'identity';
}

/** The body as it was before it was packed. Counted after unpacking: a small bomb grows large only there. */
function unpacked(body: Readable, encoding: string, url: URL): Readable {
  if (!isPacked(encoding)) return body;
  const unpacker = UNPACKERS[encoding as keyof typeof UNPACKERS];
  if (unpacker === undefined)
    throw new FetchFailed(
      `${url.host} packed the page in a way that the desk does not read (${encoding.slice(0, 40)}).`,
    );
  const stream = unpacker();
  body.on('error', (error) => stream.destroy(error));
  return body.pipe(stream);
}

async function gather(stream: Readable, url: URL, { bytes, signal }: ReceiveLimits): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const stop = () => stream.destroy(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  try {
    for await (const chunk of stream) {
      size += (chunk as Buffer).length;
      if (size > bytes) throw tooLarge(url, bytes);
      chunks.push(chunk as Buffer);
    }
  } finally {
    signal.removeEventListener('abort', stop);
    stream.destroy();
  }
  if (size === 0) throw new FetchFailed(`${url.host} sent an empty page. Try again, or paste the text.`);
  return Buffer.concat(chunks, size);
}

function tooLarge(url: URL, bytes: number): FetchFailed {
  return new FetchFailed(
    `The page at ${url.host} is larger than the ${saySize(bytes)} that the desk fetches. Paste its text instead.`,
  );
}
