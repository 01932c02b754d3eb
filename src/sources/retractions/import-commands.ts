// The verbs that bring a list of retracted papers: kept for the worker, or read at once.
import { createHash } from 'node:crypto';
import { type Context, transact } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { stageFile } from '#src/files/commands.ts';
import { hashBytes } from '#src/files/file-hash.ts';
import { newId } from '#src/ids.ts';
import { askForJob } from '#src/jobs/commands.ts';
import { wakeWorkers } from '#src/jobs/worker-signal.ts';
import { url } from '#src/paths.ts';
import { getDeskBySlug } from '#src/people/desk-store.ts';
import { assertMay } from '#src/people/permissions.ts';
import { cleanLine } from '#src/text-fields.ts';
import type { OnRetracted } from '../hooks.ts';
import { assertNewList, dropList, letStand, sweepLines } from './commands.ts';
import { keepLines, type ListRead } from './keep-commands.ts';
import type { SourceInList } from './line-store.ts';
import { beginList } from './store.ts';
import type { RetractionListTable } from './tables.ts';

export const RETRACTIONS_JOB = 'source.retractions';

const MEDIA_TYPE = 'application/x-claimdesk-retractions';
const NAME_LENGTH = 120;

export interface ListJobInput {
  list: Pick<RetractionListTable, 'id' | 'desk_id' | 'name' | 'file_name' | 'sha256' | 'imported_by'>;
  file_id: string;
  slug: string;
}

/**
 * Keeps the file of a list for the worker, who reads it. Gives back the job's id. RuleBroken where the desk has it already,
 * or a list that is called so; Forbidden for all but editors; NotFound for other desks. Not inside a transaction.
 */
export async function bringList(
  ctx: Context,
  slug: string,
  brought: { name: string; file_name: string; bytes: Buffer; field: string },
): Promise<string> {
  const { bytes, file_name, name, field } = brought;
  if (bytes.length === 0) throw new RuleBroken('There is nothing in this file. Choose another.', 'file');
  const desk = await getDeskBySlug(ctx, slug);
  assertMay(desk.role, 'keep_retraction_lists');
  const list = listOf(ctx, { name, file_name, desk_id: desk.id, sha256: await hashBytes(bytes) });
  await assertNewList(ctx, desk.id, list, field);
  const file = await stageFile(ctx, { desk_id: desk.id, name: file_name, media_type: MEDIA_TYPE, bytes });
  const input: ListJobInput = { list, file_id: file.id, slug };
  const wanted = { kind: RETRACTIONS_JOB, desk_id: desk.id, title: `Importing ${list.name}`, input };
  const id = await transact(ctx, (ctx) => askForJob(ctx, { ...wanted, back: url('retractions') }));
  wakeWorkers();
  return id;
}

function listOf(
  { actor }: Context,
  { name, file_name, ...known }: { name: string; file_name: string; desk_id: string; sha256: string },
): ListJobInput['list'] {
  const file = cleanLine(file_name.toWellFormed()).slice(0, NAME_LENGTH);
  const called = cleanLine(name) || file.replace(/(?:\.(?:csv|tsv|txt|gz))+$/i, '') || 'Retraction list';
  return { ...known, id: newId(), name: called, file_name: file, imported_by: actor.id };
}

/**
 * Reads a list that was begun; what is left to store is given back, for a transaction. Where it cannot be read, nothing of
 * it stays.
 */
export async function readBegun(
  ctx: Context,
  begun: ListJobInput['list'],
  reading: Parameters<typeof keepLines>[2],
): Promise<{ list: RetractionListTable; read: ListRead }> {
  const list = await transact(ctx, (ctx) => beginList(ctx, begun));
  try {
    await sweepLines(ctx, list.id);
    return { list, read: await keepLines(ctx, list, reading) };
  } catch (error) {
    if (error instanceof RuleBroken) await dropList(ctx, list.id);
    throw error;
  }
}

/** Reads a list from beginning to end and lets it stand: for the command line. The errors of bringList. */
export async function importList(
  ctx: Context,
  slug: string,
  given: { name: string; file_name: string; open: () => AsyncIterable<Uint8Array>; onRetracted: OnRetracted },
): Promise<{ list: RetractionListTable; read: ListRead; retracted: SourceInList[] }> {
  const { name, file_name, open, onRetracted } = given;
  const desk = await getDeskBySlug(ctx, slug);
  assertMay(desk.role, 'keep_retraction_lists');
  const hash = createHash('sha256');
  for await (const piece of open()) hash.update(piece);
  const begun = listOf(ctx, { name, file_name, desk_id: desk.id, sha256: hash.digest('hex') });
  await assertNewList(ctx, desk.id, begun);
  const { list, read } = await readBegun(ctx, begun, { pieces: open() });
  try {
    return { list, read, retracted: await letStand(ctx, { list, read, onRetracted }) };
  } catch (error) {
    await dropList(ctx, list.id);
    throw error;
  }
}
