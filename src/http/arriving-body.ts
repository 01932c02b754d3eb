// A body as it arrives: counted, timed and given its place in memory, whatever its headers say of its size.
import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import type { Request } from 'express';
import { noRoom, tooLarge, tooSlow, unreadable } from './bad-body.ts';
import type { BodyPlace, BodyRoom } from './body-room.ts';

/** Beside the file or the text itself: the other fields, names, and what parts are wrapped in. */
const ENVELOPE_BYTES = 64_000;
const WATCHED = 1_000;

/** What one request may send. */
export interface BodyAllowance {
  /** Bytes of one file or field; all of it together may have 64,000 more. */
  bytes: number;
  /** Bytes of everything that is no file, together: fields, names, and what parts are wrapped in. */
  text: number;
  /** In which room it is counted, and with whose. */
  room: BodyRoom;
  owner: string;
  /** How long it may take in all, and how long nothing may come, in seconds. */
  seconds: number;
  silent_seconds: number;
  /** Asked once a second while it arrives; what it throws ends the body with that error. */
  assertWanted?: () => Promise<void>;
}

/**
 * The bytes of a request, each counted before anybody reads it. Ends with a BadBody as its error where they are more than
 * allowed, come too slowly, break off, or have to give way to others; the rest is then left unread.
 */
export class ArrivingBody extends Readable {
  /** For whoever looks at these before reading. */
  readonly headers: IncomingHttpHeaders;
  readonly place: BodyPlace;
  readonly #req: Request;
  readonly #allowed: BodyAllowance;
  readonly #whole: NodeJS.Timeout;
  readonly #silence: NodeJS.Timeout;
  readonly #watch: NodeJS.Timeout | undefined;
  #bytes = 0;
  #file_bytes = 0;

  constructor(req: Request, allowed: BodyAllowance) {
    super();
    this.headers = req.headers;
    this.#req = req;
    this.#allowed = allowed;
    this.place = allowed.room.enter(allowed.owner, () => this.destroy(noRoom()));
    const tire = () => this.destroy(tooSlow());
    this.#whole = setTimeout(tire, allowed.seconds * 1000).unref();
    this.#silence = setTimeout(tire, allowed.silent_seconds * 1000).unref();
    const { assertWanted } = allowed;
    if (assertWanted) this.#watch = setInterval(() => assertWanted().catch(this.#onUnwanted), WATCHED).unref();
    req.on('data', this.#onData).on('end', this.#onEnd).on('error', this.#onBroken).on('close', this.#onBroken);
    req.pause();
    if (req.destroyed) this.destroy(unreadable());
    else if (Number(req.headers['content-length'] ?? 0) > this.#most) this.destroy(tooLarge(allowed.bytes));
  }

  /** Whoever takes files out of it says so: what is no file is text, which has a bound of its own. */
  countFile(bytes: number): void {
    this.#file_bytes += bytes;
  }

  get #most(): number {
    return this.#allowed.bytes + ENVELOPE_BYTES;
  }

  override _read(): void {
    this.#req.resume();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#stop();
    if (error !== null) this.place.leave();
    done(error);
  }

  readonly #onData = (piece: Buffer): void => {
    this.#silence.refresh();
    this.#bytes += piece.length;
    const { bytes, text } = this.#allowed;
    if (this.#bytes > this.#most) this.destroy(tooLarge(bytes));
    else if (this.#bytes - this.#file_bytes - piece.length > text + ENVELOPE_BYTES)
      this.destroy(tooLarge(text, 'The text you sent'));
    if (this.destroyed) return;
    this.place.take(piece.length);
    if (!this.destroyed && !this.push(piece)) this.#req.pause();
  };

  readonly #onEnd = (): void => {
    this.#stop();
    this.place.arrived();
    this.push(null);
  };

  readonly #onUnwanted = (cause: unknown): void => {
    this.destroy(cause instanceof Error ? cause : unreadable(cause));
  };

  readonly #onBroken = (cause?: unknown): void => {
    this.destroy(unreadable(cause));
  };

  #stop(): void {
    clearTimeout(this.#whole);
    clearTimeout(this.#silence);
    clearInterval(this.#watch);
    this.#req.pause();
    this.#req.off('data', this.#onData).off('end', this.#onEnd);
    this.#req.off('error', this.#onBroken).off('close', this.#onBroken);
  }
}
