// What answers where two cards are put together.
import type { Request, Response } from 'express';
import { z } from 'zod';
import { NotFound } from '#src/errors.ts';
import { readForm } from '#src/http/form.ts';
import { optionalChoice, wholeNumber } from '#src/http/form-fields.ts';
import { notice, renderPage } from '#src/http/render.ts';
import { url } from '#src/paths.ts';
import { assertMay } from '#src/people/permissions.ts';
import { type FailedForm, failedByRule } from '../forms.ts';
import { listUses } from '../store.ts';
import { mergeSources } from './merge-commands.ts';
import { mergePage } from './merge-pages.ts';
import { CHOSEN_FIELDS, type FieldChoices } from './merging.ts';
import { lookalikeOf } from './source-pages.ts';
import { getSource, listLookalikes, type SourceFound } from './source-store.ts';

const choice = optionalChoice(['this', 'other']);

const mergeForm = z.object({
  other: wholeNumber(1, 1e9, 'Say the number of the other card.'),
  revision: wholeNumber(1, 1e9),
  other_revision: wholeNumber(1, 1e9),
  ...(Object.fromEntries(CHOSEN_FIELDS.map((field) => [field, choice])) as Record<
    (typeof CHOSEN_FIELDS)[number],
    typeof choice
  >),
});

export async function showMerging(req: Request, res: Response): Promise<void> {
  const stays = await keptSource(req, res);
  const other = typeof req.query.other === 'string' ? req.query.other.replace(/^#|^source\s+/i, '').trim() : '';
  if (other === '') return sendMerging(res, stays, { goes: null });
  try {
    const goes = await getSource(res.locals.ctx, other);
    await sendMerging(res, stays, goes.id === stays.id ? { goes: null, failed: isThis(other) } : { goes });
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    await sendMerging(res, stays, { goes: null, failed: notThere(other) });
  }
}

export async function receiveMerging(req: Request, res: Response): Promise<void> {
  const { ctx } = res.locals;
  const stays = await keptSource(req, res);
  const form = readForm(mergeForm, req.body);
  if (!form.ok) return sendMerging(res, stays, { goes: null, failed: form });
  const { other, revision, other_revision, ...chosen } = form.value;
  try {
    const choices = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== '')) as FieldChoices;
    const { number } = await mergeSources(ctx, stays.number, { other, revision, other_revision, choices });
    notice(req, `Source ${other} is put into source ${number}, and its number leads here.`);
    res.redirect(303, url('source', { number }));
  } catch (error) {
    const failed = failedByRule(error, req.body);
    await sendMerging(res, stays, { goes: null, failed });
  }
}

async function keptSource(req: Request, res: Response): Promise<SourceFound> {
  const source = await getSource(res.locals.ctx, String(req.params.number));
  assertMay(source.role, 'keep_sources');
  return source;
}

async function sendMerging(
  res: Response,
  stays: SourceFound,
  { goes, failed }: { goes: SourceFound | null; failed?: FailedForm },
): Promise<void> {
  const { db } = res.locals.ctx;
  const uses = {
    stays: (await listUses(db, stays.id)).length,
    goes: goes === null ? 0 : (await listUses(db, goes.id)).length,
  };
  const lookalikes = (await listLookalikes(db, stays)).map(lookalikeOf);
  renderPage(res, 'evidence/merging', mergePage({ stays, goes, uses, lookalikes, failed }), {
    status: failed ? 422 : 200,
  });
}

function notThere(other: string): FailedForm {
  return { errors: [{ field: 'other', message: `There is no source ${other} here.` }], typed: { other } };
}

function isThis(other: string): FailedForm {
  return { errors: [{ field: 'other', message: 'This is the card itself, or leads to it.' }], typed: { other } };
}
