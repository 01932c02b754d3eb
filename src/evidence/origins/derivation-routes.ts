// What answers where somebody notes that a source derives from another, and where that is taken back.
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { readForm } from '#src/http/form.ts';
import { line, optionalText, tickBox } from '#src/http/form-fields.ts';
import { notice } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { assertMay } from '#src/people/permissions.ts';
import { failedByRule } from '../forms.ts';
import { sendSource } from '../library/send-source.ts';
import { getSource } from '../library/source-store.ts';
import { noteDerivation, removeDerivation } from './derivation-commands.ts';

const derivationForm = z.object({
  derives_from: line(2000, 'Say which source this one has it from: its number, its address or its title.'),
  is_same_copy: tickBox(),
  note: optionalText(2000),
  standing: z.string().max(100).optional(),
});

export function derivationRoutes(): Router {
  const router = Router();
  router.post(paths.source_derivation, receiveDerivation);
  router.post(paths.source_derivation_removal, receiveRemoval);
  return router;
}

async function receiveDerivation(req: Request, res: Response): Promise<void> {
  const { ctx } = res.locals;
  const source = await getSource(ctx, String(req.params.number));
  assertMay(source.role, 'keep_sources');
  const form = readForm(derivationForm, req.body);
  if (!form.ok) return sendSource(res, source, { ...form, failed_form: 'derivation' });
  try {
    await noteDerivation(ctx, source.number, form.value);
    notice(req, 'It is noted. Claims count the two as one first source.');
    res.redirect(303, placeOfOrigins(source.number));
  } catch (error) {
    await sendSource(res, source, { ...failedByRule(error, req.body), failed_form: 'derivation' });
  }
}

async function receiveRemoval(req: Request, res: Response): Promise<void> {
  const { ctx } = res.locals;
  const { number } = await getSource(ctx, String(req.params.number));
  await removeDerivation(ctx, number);
  notice(req, 'That is taken back. Claims count it as a source of its own again.');
  res.redirect(303, placeOfOrigins(number));
}

function placeOfOrigins(number: number): string {
  return `${url('source', { number })}#origins`;
}
