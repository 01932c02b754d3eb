// Why a page could not be fetched, each in a sentence for the person who wanted it. Nothing was stored.
import { RuleBroken } from '#src/errors.ts';
import { NotPublic } from './guard.ts';

/** What says that nothing stands at an address: no page, no host of that name, or one that takes no connection. */
export type Missing = 'no_page' | 'no_host' | 'no_answer';

/** The address could not be fetched. The message is a sentence; `field` is that of the form. */
export class FetchFailed extends RuleBroken {
  override name = 'FetchFailed';
  /** Null where it may well be there: a refusal, a time-out, a server with a problem of its own. */
  readonly missing: Missing | null;
  /** The host that did not bring it. */
  readonly host: string;
  /** The status of the answer that was no success; null where none came. */
  readonly status: number | null;
  constructor(
    message: string,
    options: ErrorOptions & { missing?: Missing | null; host?: string; status?: number } = {},
  ) {
    super(message, 'address');
    this.missing = options.missing ?? null;
    this.host = options.host ?? '';
    this.status = options.status ?? null;
    if (options.cause !== undefined) this.cause = options.cause;
  }
}

/** Statuses that say that there is no page. */
export function missingOf(status: number): Missing | null {
  return status === 404 || status === 410 ? 'no_page' : null;
}

export const WHOLE_ADDRESS = 'Write a whole address that starts with https:// or http://.';
const INSTEAD = 'Save the page from your browser and choose the file, or paste the text.';

/** What there is to say about a status that is no success. */
export function sayStatus(status: number, host: string): string {
  if (status === 404 || status === 410) return `${host} has no page at this address (${status}). Check the address.`;
  if (status === 401 || status === 402 || status === 403 || status === 451)
    return `${host} does not show this page to the desk (${status}): it may require an account. ${INSTEAD}`;
  if (status === 429) return `${host} says it gets too many requests (429). Wait a little, or ${lower(INSTEAD)}`;
  if (status >= 500) return `${host} has a problem of its own (${status}). Try again later, or ${lower(INSTEAD)}`;
  return `${host} answered with ${status} instead of a page. ${INSTEAD}`;
}

/** The sentence for whatever went wrong on the way. */
export function failureOf(error: unknown, { host, seconds }: { host: string; seconds: number }): FetchFailed {
  if (error instanceof FetchFailed) return error;
  const causes = chain(error);
  const codes = causes.map((one) => String((one as { code?: unknown }).code ?? ''));
  const sentence = causes.some((one) => one instanceof NotPublic)
    ? `${host} is not an address of the public internet, and the desk fetches only from there. ${INSTEAD}`
    : causes.some((one) => ['TimeoutError', 'AbortError'].includes((one as Error).name)) ||
        codes.some((code) => /TIMEOUT|ETIMEDOUT|ABORTED/.test(code))
      ? `${host} did not send the whole page within ${seconds} seconds. Try again, or ${lower(INSTEAD)}`
      : (SENTENCES.find(([pattern]) => codes.some((code) => pattern.test(code)))?.[1](host) ??
        `What ${host} sent was cut off or garbled on the way. Try again, or ${lower(INSTEAD)}`);
  return new FetchFailed(sentence, { cause: error, host, missing: missingIn(codes) });
}

/** Where one way to the host is refused and another does not exist here, it is refused; where the net is down, nothing is known. */
function missingIn(codes: readonly string[]): Missing | null {
  if (codes.some((code) => /^(ENOTFOUND|ENODATA)$/.test(code))) return 'no_host';
  return codes.includes('ECONNREFUSED') ? 'no_answer' : null;
}

const SENTENCES: [RegExp, (host: string) => string][] = [
  [
    /^(ENOTFOUND|EAI_AGAIN|ENODATA)$/,
    (host) => `There is no ${host}, or its name cannot be found now. Check the address.`,
  ],
  [
    /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/,
    (host) => `${host} does not answer. Check the address, or try later.`,
  ],
  [
    /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|ERR_SSL|EPROTO/,
    (host) => `The connection to ${host} is not safe: its certificate cannot be trusted. ${INSTEAD}`,
  ],
];

function chain(error: unknown): unknown[] {
  const causes: unknown[] = [];
  for (let one = error; one && causes.length < 8; one = (one as { cause?: unknown }).cause) {
    causes.push(one);
    if (one instanceof AggregateError) causes.push(...one.errors);
  }
  return causes;
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
