// How long work in this very process holds everybody else up: by the clock, and on the processor alone.
import { setTimeout as wait } from 'node:timers/promises';

export interface Held<Value> {
  value: Value;
  /** Milliseconds from beginning to end. */
  took: number;
  /** Milliseconds of this thread on the processor, from beginning to end. */
  processor: number;
  /** The longest that a timer had to wait, by the clock; where other programs run, too, they are part of it. */
  wall: number;
  /** The longest that this thread worked without giving the loop back, on the processor. */
  thread: number;
}

const EVERY_MILLISECONDS = 1;

/** Does the work and watches the loop meanwhile. */
export async function heldBy<Value>(work: () => Promise<Value>): Promise<Held<Value>> {
  await wait(20);
  let most = { wall: 0, thread: 0 };
  let before = { wall: performance.now(), thread: spent() };
  const look = () => {
    const now = { wall: performance.now(), thread: spent() };
    const wall = Math.max(most.wall, now.wall - before.wall - EVERY_MILLISECONDS);
    most = { wall, thread: Math.max(most.thread, now.thread - before.thread) };
    before = now;
  };
  const timer = setInterval(look, EVERY_MILLISECONDS);
  const began = { wall: performance.now(), thread: spent() };
  const value = await work();
  const ended = { wall: performance.now(), thread: spent() };
  await wait(5);
  clearInterval(timer);
  return { value, took: ended.wall - began.wall, processor: ended.thread - began.thread, ...most };
}

function spent(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
