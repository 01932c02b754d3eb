// The desk that bench/held.ts measures, in a process of its own, with a reviewer who sends forms.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { NODE_OPTIONS, type RunningDesk, startRunningDesk } from './running-desk.ts';

export interface Asked {
  status: number;
  location: string;
  bytes: number;
  took: number;
}

export class HeldDesk {
  readonly #desk: RunningDesk;
  readonly #file: string;
  readonly #cookie: string;

  private constructor(desk: RunningDesk, file: string, cookie: string) {
    this.#desk = desk;
    this.#file = file;
    this.#cookie = cookie;
  }

  static async start(folder: string): Promise<HeldDesk> {
    const file = join(folder, 'held.json');
    const probe = join(import.meta.dirname, 'hold-probe.ts');
    const desk = await startRunningDesk(folder, { HOLD_FILE: file, NODE_OPTIONS: `${NODE_OPTIONS} --import ${probe}` });
    // What is loaded late (plots) is no text's fault.
    await wait(4_000);
    const held = new HeldDesk(desk, file, await desk.signIn('reviewer'));
    for (const path of ['/articles', '/articles/1', '/articles/new', '/sources']) await held.get(path);
    await held.#held();
    return held;
  }

  get(path: string): Promise<Asked & { body: string }> {
    return this.#ask(path, { method: 'GET' });
  }

  /** Sends a form; a redirect is not followed. */
  post(path: string, fields: Record<string, string> | FormData): Promise<Asked & { body: string }> {
    const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
    return this.#ask(path, { method: 'POST', body });
  }

  /** The longest that the loop was held while this was done: `thread` on the processor, `wall` by the clock. */
  async measure(work: () => Promise<Asked>): Promise<Asked & { thread: number; wall: number }> {
    await this.#held();
    const asked = await work();
    return { ...asked, ...(await this.#held()) };
  }

  stop(): Promise<void> {
    return this.#desk.stop();
  }

  async #ask(path: string, init: RequestInit): Promise<Asked & { body: string }> {
    const begun = performance.now();
    const headers = { cookie: this.#cookie, 'Sec-Fetch-Site': 'same-origin' };
    const answer = await fetch(`${this.#desk.origin}${path}`, { ...init, redirect: 'manual', headers });
    const body = await answer.text();
    const took = Math.round(performance.now() - begun);
    return { status: answer.status, location: answer.headers.get('location') ?? '', bytes: body.length, took, body };
  }

  async #held(): Promise<{ thread: number; wall: number }> {
    rmSync(this.#file, { force: true });
    await wait(10);
    this.#desk.signal('SIGUSR2');
    for (let tries = 0; ; tries += 1) {
      try {
        const { thread, wall } = JSON.parse(readFileSync(this.#file, 'utf8')) as { thread: number; wall: number };
        return { thread: Math.round(thread), wall: Math.round(wall) };
      } catch (error) {
        if (tries > 20_000) throw error;
        await wait(2);
      }
    }
  }
}
