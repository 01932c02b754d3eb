// The thread that cuts large texts into sentences and follows places of drafts.
import { parentPort } from 'node:worker_threads';
import { collectAtRest } from '#src/workers/at-rest.ts';
import type { PartText } from './article.ts';
import { assemble, type DraftPlaces, placeInText } from './assembling-work.ts';

let pieces: Generator<unknown> | undefined;

parentPort?.on('message', (asked: { texts: PartText[]; language: string } | DraftPlaces | 'next') => {
  try {
    if (asked !== 'next') pieces = 'places' in asked ? placeInText(asked) : assemble(asked);
    const { value, done } = (pieces as Generator<unknown>).next();
    parentPort?.postMessage(done ? { done } : { piece: value });
  } catch (error) {
    parentPort?.postMessage({ fault: String((error as Error)?.stack ?? error) });
  }
});
collectAtRest();
