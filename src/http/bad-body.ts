// What a body is refused with, and the sentences for the person who sent it.
import { saySize } from '#src/counted.ts';

/** A body that cannot be read. The status is HTTP's word for it; the message a sentence for the person. */
export class BadBody extends Error {
  override name = 'BadBody';
  readonly status: 400 | 408 | 413 | 415 | 503;
  constructor(status: BadBody['status'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

/** `of` says what was too large: all that was sent, or the text of it. */
export function tooLarge(limit: number, of = 'What you sent'): BadBody {
  return new BadBody(
    413,
    `${of} is larger than the ${saySize(limit)} the desk takes here. Nothing was stored. ` +
      'Go back: your browser kept what you typed. Then shorten it, or send it in parts.',
  );
}

export function tooManyFields(): BadBody {
  return new BadBody(413, 'This form has too many fields. Nothing was changed.');
}

export function tooManyFiles(limit: number): BadBody {
  return new BadBody(413, `More than ${limit} files came at once. Nothing was stored: send them in several goes.`);
}

export function unreadable(cause?: unknown): BadBody {
  const words =
    'What your browser sent was cut off or garbled on the way. Nothing was changed: go back and send it again.';
  return new BadBody(400, words, { cause });
}

export function tooSlow(): BadBody {
  return new BadBody(
    408,
    'What you sent arrived too slowly, and the desk stopped waiting for the rest. Nothing was stored: go back and send it again.',
  );
}

export function noRoom(): BadBody {
  return new BadBody(
    503,
    'The desk is receiving too much at this moment to accept this. Nothing was stored. ' +
      'Go back, where your browser kept what you typed, and try again in a minute.',
  );
}
