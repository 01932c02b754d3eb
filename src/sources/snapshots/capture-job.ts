// The stored work of a capture: fetch under the guard, read, record, and take all of it up as one copy.
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { Context } from '#src/context.ts';
import { saySize } from '#src/counted.ts';
import { type Fetched, fetchWhole } from '#src/fetching/fetch-whole.ts';
import { stageFile } from '#src/files/commands.ts';
import { VERSION } from '#src/http/build.ts';
import { itemAt } from '#src/item-at.ts';
import type { JobTable } from '#src/jobs/tables.ts';
import { waitingOf } from '#src/jobs/waiting.ts';
import type { Finish, JobKind, Tell } from '#src/jobs/worker.ts';
import { getSource } from '../card/store.ts';
import type { OnCapturedAgain, OnCopiesChanged } from '../hooks.ts';
import { CAPTURE_JOB, type CaptureInput, placeOfCopies } from './capture-commands.ts';
import { takeUp } from './commands.ts';
import { recordOf } from './make-warc.ts';
import { tellKind } from './media-type.ts';
import { readWords } from './read-words.ts';
import { headersKept, nameOfAnswer, redirectsKept } from './snapshot.ts';
import { findLastCapture } from './store.ts';
import { unlikeBefore } from './unlike.ts';

const SECONDS = 60;
const TELL_MILLISECONDS = 400;

export interface CaptureRules {
  onCopiesChanged: OnCopiesChanged;
  onCapturedAgain: OnCapturedAgain;
  /** host:port exceptions of the guard. */
  allow: readonly string[];
  /** The most bytes of one copy. */
  bytes: number;
}

/** The kinds of job that saved copies bring. */
export function captureJobs(rules: CaptureRules): Record<string, JobKind> {
  return { [CAPTURE_JOB]: (ctx, job, side) => capture(ctx, job, { ...side, rules }) };
}

async function capture(ctx: Context, job: JobTable, side: Side): Promise<Finish> {
  const { tell, signal, rules } = side;
  const { source_number, address } = JSON.parse(job.input) as CaptureInput;
  const person = actingFor(ctx, job.person_id);
  const { desk_id, id: source_id } = await getSource(person, source_number);
  await tell('Fetching it.', 5);
  const limits = { allow: rules.allow, bytes: rules.bytes, seconds: SECONDS, signal, onBytes: tellOfBytes(tell) };
  const fetched = await fetchWhole(address, limits);
  const read = await readFetched(fetched, side);
  const { name, warc_name, media_type, words } = read;
  await tell('Storing it.', 85);
  const file = await stageFile(person, { desk_id, name, media_type, bytes: fetched.bytes });
  const record = { desk_id, name: warc_name, media_type: 'application/warc', bytes: read.warc_bytes };
  const warc = await stageFile(person, record);
  const before = await findLastCapture(ctx.db, { source_id, url: address });
  const unlike = before ? unlikeBefore(before, { text: words.text, final_url: fetched.url }) : '';
  const taken = { file, warc, name, notes: [read.note, words.note], words, address, final_url: fetched.url, unlike };
  return async (ctx: Context) => {
    const acting = actingFor(ctx, job.person_id);
    const copy = { how: 'capture' as const, ...taken, ...headOf(fetched) };
    const snapshot = await takeUp(acting, source_number, copy, rules.onCopiesChanged);
    if (before && unlike === '' && before.text_sha256 !== snapshot.text_sha256)
      await rules.onCapturedAgain(acting, { before_id: before.id, snapshot });
    return { path: placeOfCopies(source_number) };
  };
}

function headOf({ exchanges }: Fetched) {
  return { redirects: redirectsKept(exchanges), headers: headersKept(itemAt(exchanges, -1).answered) };
}

type Side = { tell: Tell; signal: AbortSignal; rules: CaptureRules };

/** What the answer is, the words that can be read in it, and the record of the exchange. */
async function readFetched(fetched: Fetched, { tell, signal }: Side) {
  const doing = { words: 'Reading it, and packing the record of the exchange.', progress: 60, signal };
  await tell(doing.words, doing.progress);
  const { bytes, media_type: claimed, charset, url: final_url, exchanges } = fetched;
  const name = nameOfAnswer(itemAt(exchanges, -1));
  await yieldToEventLoop();
  const { kind, note } = await tellKind({ bytes, name: '', claimed }, { any: true });
  await yieldToEventLoop();
  const { media_type } = kind;
  const warc_name = `${name.slice(0, 100)}.warc.gz`;
  const [words, warc_bytes] = await Promise.all([
    readWords({ bytes, media_type, name, url: final_url, charset }, waitingOf(tell, doing)),
    recordOf({ exchanges, filename: warc_name, software: `Claimdesk ${VERSION}` }),
  ]);
  return { name, media_type, note, words, warc_name, warc_bytes };
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

/** Whose copy it will be. That they may still keep one is asked when it is taken up. */
function actingFor(ctx: Context, person_id: string | null): Context {
  if (person_id === null) return ctx;
  return { ...ctx, actor: { kind: 'person', id: person_id, display_name: '', is_administrator: false } };
}
