// A server in a process of its own, that says what it uses of the processor and the memory.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { request } from 'undici';
import { MALLOC, NODE_OPTIONS } from '../../trials/running-desk.ts';

const PROBE = join(import.meta.dirname, 'probe.mjs');

/** What a server tells of itself, by bench/desk/probe.mjs. */
export interface Used {
  /** Milliseconds on the processor since its start, of all its threads. */
  processor: number;
  /** Resident memory, in bytes. */
  memory: number;
  /** How late the event loop was since this was asked last, in milliseconds: one time in a hundred, and at most. */
  late: number;
  latest: number;
}

export interface Started {
  /** Until its first answer, by the clock and on the processor, in milliseconds. */
  wall: number;
  processor: number;
}

export interface ServerDifferences {
  args?: string[];
  env?: Record<string, string>;
  /** The address that it has to answer before it counts as started. */
  first?: string;
  /** What Node is told besides. */
  node?: string[];
}

export class MeasuredServer {
  readonly origin: string;
  readonly started: Started;
  readonly #process: ChildProcess;

  private constructor(process: ChildProcess, origin: string, started: Started) {
    this.#process = process;
    this.origin = origin;
    this.started = started;
  }

  /** Starts this file and asks it for `first`, which has to be answered, whatever with. */
  static async start(
    file: string,
    { args = [], env = {}, first = '/', node = [] }: ServerDifferences = {},
  ): Promise<MeasuredServer> {
    const began = performance.now();
    const program = fork(file, args, {
      execArgv: [...NODE_OPTIONS.split(' '), ...node, '--import', PROBE],
      env: { ...process.env, NODE_TEST_CONTEXT: undefined, ...MALLOC, ...env, MEASURED: file },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const origin = await saidOrigin(program);
    const { body } = await request(`${origin}${first}`);
    await body.dump();
    const wall = performance.now() - began;
    const { processor } = await used(program);
    return new MeasuredServer(program, origin, { wall, processor });
  }

  used(): Promise<Used> {
    return used(this.#process);
  }

  async stop(): Promise<void> {
    const end = once(this.#process, 'exit');
    this.#process.kill('SIGTERM');
    await end;
  }
}

async function used(program: ChildProcess): Promise<Used> {
  const answer = once(program, 'message');
  program.send('used');
  const [told] = await answer;
  return told as Used;
}

function saidOrigin(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const hear = (data: Buffer) => {
      printed += data;
      const [origin] = /http:\/\/127\.0\.0\.1:\d+(?=\/)/.exec(printed) ?? [];
      if (origin !== undefined) resolve(origin);
    };
    program.stdout?.on('data', hear);
    program.stderr?.on('data', hear);
    program.once('exit', () => reject(new Error(`The server ended before it was open:\n${printed}`)));
  });
}
