// Runs in a process of its own: hands its input to a reader and sends the pieces back.
import { readFileSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { Socket } from 'node:net';
import { deserialize, serialize } from 'node:v8';
import type { ProcessAnswer } from './process-answers.ts';
import type { Given } from './process-asked.ts';
import type { ProcessReader } from './run-in-process.ts';

const ANSWERS = 3;
const LOOK_EVERY_MILLISECONDS = 50;
/** Two lengths: of what is said of the bytes, and of the bytes. */
const HEAD = 8;

const out = new Socket({ fd: ANSWERS, readable: false, writable: true });

try {
  // The reader is loaded while what it is to read still comes.
  const given = received();
  const { piecesOf } = (await import(process.argv[2] as string)) as ProcessReader;
  flushCompileCache();
  endAbove(Number(process.argv[3]));
  for await (const piece of piecesOf(await given)) await send({ piece });
  await send({ done: true, held: heldSoFar() });
} catch (error) {
  const is_tangled = error instanceof RangeError;
  await send({ fault: String((error as Error)?.stack ?? error).slice(0, 4_000), is_tangled, held: heldSoFar() });
}
flushCompileCache();
process.exit();

/** What came, its bytes held once, and not a second time in the pieces in which they came. */
async function received(): Promise<Given> {
  let begun = Buffer.alloc(0);
  let said: object | undefined;
  let bytes = Buffer.alloc(0);
  let filled = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    let rest = chunk;
    if (said === undefined) {
      begun = Buffer.concat([begun, chunk]);
      if (begun.length < HEAD || begun.length < HEAD + begun.readUInt32LE(0)) continue;
      const end = HEAD + begun.readUInt32LE(0);
      said = deserialize(begun.subarray(HEAD, end)) as object;
      bytes = Buffer.allocUnsafeSlow(begun.readUInt32LE(4));
      rest = begun.subarray(end);
    }
    filled += rest.copy(bytes, filled);
  }
  if (said === undefined || filled < bytes.length)
    throw new Error('The desk broke off before it had given everything.');
  return { ...said, bytes };
}

/** Its length in four bytes, then the answer. */
function send(answer: ProcessAnswer): Promise<void> {
  const body = serialize(answer);
  const head = Buffer.alloc(4);
  head.writeUInt32LE(body.length);
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  out.write(Buffer.concat([head, body]), (error) => (error ? reject(error) : resolve()));
  return promise;
}

/** Where nobody else can look, this process looks itself, as often as its reader lets it. */
function endAbove(megabytes: number): void {
  if (process.platform === 'linux' || !(megabytes > 0)) return;
  const look = () => {
    if (heldSoFar() > megabytes) process.exit(1);
  };
  setInterval(look, LOOK_EVERY_MILLISECONDS).unref();
}

/** In megabytes: the most since the start, or where that is not kept what is held now. */
function heldSoFar(): number {
  if (process.platform !== 'linux') return process.memoryUsage.rss() / 1024 ** 2;
  const [, kilobytes] = /^VmHWM:\s*(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kilobytes ?? 0) / 1024;
}
