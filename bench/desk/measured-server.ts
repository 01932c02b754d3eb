// A server in a process of its own, that says what it uses of the processor and the memory.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { request } from 'undici';
import { MALLOC, NODE_OPTIONS } from '../running-desk.ts';
import { processorOfFamily } from './family.ts';

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
  /** Milliseconds on the processor of the database's own server, where it has one. */
  database: number;
}

export interface Started {
  /** Until its first answer, by the clock and on the processor, in milliseconds. */
  wall: number;
  processor: number;
}

/** Who is asked, and says what that took. */
export interface MeasuredServer {
  readonly origin: string;
  readonly started: Started;
  used(): Promise<Used>;
  stop(): Promise<void>;
}

export interface ProcessDifferences {
  args?: string[];
  env?: Record<string, string | undefined>;
  /** The address that it has to answer before it counts as started. */
  first?: string;
  /** What Node is told besides. */
  node?: string[];
  /** The process whose children serve the database. */
  database_pid?: number | undefined;
}

export class MeasuredProcess implements MeasuredServer {
  readonly origin: string;
  readonly started: Started;
  readonly #process: ChildProcess;
  readonly #database_pid: number | undefined;

  private constructor(
    process: ChildProcess,
    told: { origin: string; started: Started; database_pid?: number | undefined },
  ) {
    this.#process = process;
    this.origin = told.origin;
    this.started = told.started;
    this.#database_pid = told.database_pid;
  }

  /** Starts this file and asks it for `first`, which has to be answered, whatever with. */
  static async start(
    file: string,
    { args = [], env = {}, first = '/', node = [], database_pid }: ProcessDifferences = {},
  ): Promise<MeasuredProcess> {
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
    return new MeasuredProcess(program, { origin, started: { wall, processor }, database_pid });
  }

  async used(): Promise<Used> {
    return { ...(await used(this.#process)), database: processorOfFamily(this.#database_pid) };
  }

  stop(): Promise<void> {
    return this.#end('SIGTERM');
  }

  /** Ends it at once, whatever it is loading still. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  async #end(by: NodeJS.Signals): Promise<void> {
    const end = once(this.#process, 'exit');
    this.#process.kill(by);
    await end;
  }
}

async function used(program: ChildProcess): Promise<Omit<Used, 'database'>> {
  const answer = once(program, 'message');
  program.send('used');
  const [told] = await answer;
  return told as Omit<Used, 'database'>;
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
