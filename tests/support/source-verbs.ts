// The verbs that change the copies of a source, as the desk has them.
import type { Context } from '#src/context.ts';
import { lookPassagesUp } from '#src/evidence/lookup/commands.ts';
import { askForComparison } from '#src/evidence/passage-changes/commands.ts';
import { setBackForGone, setBackForRetraction } from '#src/evidence/set-back/commands.ts';
import type { JobKind } from '#src/jobs/worker.ts';
import * as merging from '#src/sources/merging/commands.ts';
import * as capturing from '#src/sources/snapshots/capture-job.ts';
import * as copies from '#src/sources/snapshots/commands.ts';
import * as erasing from '#src/sources/snapshots/erase-commands.ts';

export function keepCopy(ctx: Context, source_number: number, brought: copies.CopyBrought): Promise<copies.CopyKept> {
  return copies.keepCopy(ctx, source_number, brought, lookPassagesUp);
}

export function eraseCopy(ctx: Context, number: number, reason: string): Promise<boolean> {
  return erasing.eraseCopy(ctx, number, reason, lookPassagesUp);
}

export function mergeSources(ctx: Context, number: number, input: merging.Merging): Promise<{ number: number }> {
  return merging.mergeSources(ctx, number, input, {
    ...{ onCopiesChanged: lookPassagesUp, onRetracted: setBackForRetraction },
  });
}

export function captureJobs(
  rules: Omit<capturing.CaptureRules, 'onCopiesChanged' | 'onCapturedAgain' | 'onAddressGone'>,
): Record<string, JobKind> {
  const onwards = { onCapturedAgain: askForComparison, onAddressGone: setBackForGone };
  return capturing.captureJobs({ ...rules, onCopiesChanged: lookPassagesUp, ...onwards });
}
