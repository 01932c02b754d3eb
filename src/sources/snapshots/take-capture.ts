// Fetches what stands at a source's address under the guard, and makes a copy and a record of it.
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { Context } from '#src/context.ts';
import { saySize } from '#src/counted.ts';
import { FetchFailed } from '#src/fetching/failures.ts';
import { type Fetched, fetchWhole } from '#src/fetching/fetch-whole.ts';
import { isUnknownName } from '#src/fetching/unknown-name.ts';
import { stageFile } from '#src/files/commands.ts';
import { VERSION } from '#src/http/build.ts';
import { itemAt } from '#src/item-at.ts';
import { waitingOf } from '#src/jobs/waiting.ts';
import type { Tell } from '#src/jobs/worker.ts';
import { getSource, type SourceFound } from '../card/store.ts';
import type { OnAddressGone, OnCapturedAgain, OnCopiesChanged } from '../hooks.ts';
import { noteMissed, noteReached, noteTried } from '../watch/commands.ts';
import { findLastCapture } from './capture-store.ts';
import { takeUp } from './commands.ts';
import { recordOf } from './make-warc.ts';
import { tellKind } from './media-type.ts';
import { readWords } from './read-words.ts';
import { isNothingNew } from './same-capture.ts';
import { headersKept, nameOfAnswer, redirectsKept } from './snapshot.ts';
import { unlikeBefore } from './unlike.ts';

const SECONDS = 60;
const TELL_MILLISECONDS = 400;

export interface CaptureRules {
  onCopiesChanged: OnCopiesChanged;
  onCapturedAgain: OnCapturedAgain;
  onAddressGone: OnAddressGone;
  /** host:port exceptions of the guard. */
  allow: readonly string[];
  /** The most bytes of one copy. */
  bytes: number;
}

export interface CaptureSide {
  tell: Tell;
  signal: AbortSignal;
  rules: CaptureRules;
}

export interface CaptureWanted {
  source: SourceFound;
  address: string;
  /** Whether the desk captures it by itself: then nothing is kept of a page that is as it was, or of a notice. */
  is_round: boolean;
}

/**
 * The slow part of a capture: gives back what is left to store, for a transaction. Whether the address was reached is noted
 * on the way. FetchFailed with a sentence where it was not.
 */
export async function takeCapture(
  person: Context,
  wanted: CaptureWanted,
  side: CaptureSide,
): Promise<(ctx: Context) => Promise<void>> {
  const { source, address, is_round } = wanted;
  const { rules, tell } = side;
  await tell('Fetching it.', 5);
  const fetched = await fetchOrNote(person, wanted, side);
  const read = await readFetched(fetched, side);
  const { name, media_type, words } = read;
  const before = await findLastCapture(person.db, { source_id: source.id, url: address });
  const unlike = before ? unlikeBefore(before, { text: words.text, final_url: fetched.url }) : '';
  const note = async (ctx: Context) => {
    // The card may have gone into another one meanwhile.
    const tried = await getSource(ctx, source.number);
    await (unlike === '' ? noteReached : noteTried)(ctx, tried, address);
  };
  const is_kept = !is_round || !(await isNothingNew(person.db, { source, address, unlike, fetched, words }));
  if (!is_kept) return note;
  const { desk_id } = source;
  const warc_name = `${name.slice(0, 100)}.warc.gz`;
  const { exchanges } = fetched;
  const warc_bytes = await recordOf({ exchanges, filename: warc_name, software: `Claimdesk ${VERSION}` });
  await tell('Storing it.', 85);
  const file = await stageFile(person, { desk_id, name, media_type, bytes: fetched.bytes });
  const record = { desk_id, name: warc_name, media_type: 'application/warc', bytes: warc_bytes };
  const warc = await stageFile(person, record);
  const taken = { file, warc, name, notes: [read.note, words.note], words, address, final_url: fetched.url, unlike };
  return async (ctx) => {
    const copy = { how: 'capture' as const, ...taken, ...headOf(fetched) };
    const snapshot = await takeUp(ctx, source.number, copy, rules.onCopiesChanged);
    await note(ctx);
    if (before && unlike === '' && before.text_sha256 !== snapshot.text_sha256)
      await rules.onCapturedAgain(ctx, { before_id: before.id, snapshot });
  };
}

async function fetchOrNote(person: Context, wanted: CaptureWanted, { tell, signal, rules }: CaptureSide) {
  const { source, address } = wanted;
  const limits = { allow: rules.allow, bytes: rules.bytes, seconds: SECONDS, signal, onBytes: tellOfBytes(tell) };
  try {
    return await fetchWhole(address, limits);
  } catch (error) {
    if (!(error instanceof FetchFailed) || signal.aborted) throw error;
    const at = { ...person, at: new Date().toISOString() };
    const what = error.missing === 'no_host' && !(await isUnknownName(error.host)) ? null : error.missing;
    if (what === null) await noteTried(at, source, address);
    else await noteMissed(at, source, { url: address, what, onAddressGone: rules.onAddressGone });
    throw error;
  }
}

function headOf({ exchanges }: Fetched) {
  return { redirects: redirectsKept(exchanges), headers: headersKept(itemAt(exchanges, -1).answered) };
}

/** What the answer is, and the words that can be read in it. */
async function readFetched(fetched: Fetched, { tell, signal }: CaptureSide) {
  const doing = { words: 'Reading it, and packing the record of the exchange.', progress: 60, signal };
  await tell(doing.words, doing.progress);
  const { bytes, media_type: claimed, charset, url: final_url, exchanges } = fetched;
  const name = nameOfAnswer(itemAt(exchanges, -1));
  await yieldToEventLoop();
  const { kind, note } = await tellKind({ bytes, name: '', claimed }, { any: true });
  await yieldToEventLoop();
  const { media_type } = kind;
  const words = await readWords({ bytes, media_type, name, url: final_url, charset }, waitingOf(tell, doing));
  return { name, media_type, note, words };
}

/** Says now and then how much has come; the bytes never wait for it. */
function tellOfBytes(tell: Tell): (received: number, expected: number | undefined) => void {
  let told = performance.now();
  return (received, expected) => {
    if (performance.now() - told < TELL_MILLISECONDS) return;
    told = performance.now();
    const share = expected ? Math.min(1, received / expected) : 0.5;
    const of_all = expected ? ` of ${saySize(expected)}` : '';
    tell(`Fetching it: ${saySize(received)}${of_all}.`, 5 + Math.round(share * 50)).catch(() => undefined);
  };
}
