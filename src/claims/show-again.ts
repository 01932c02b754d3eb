// How a form that could not be taken is shown again. The page belongs to a later subject, so app.ts hands it over.
import type { Request, RequestHandler, Response } from 'express';
import { GaveUp, RuleBroken } from '#src/errors.ts';
import { type FormError, type Typed, typedAgain } from '#src/http/form.ts';

export interface Problem {
  errors: FormError[];
  typed: Typed;
  /** What the form was about, so that the page opens there. */
  claim_number?: string;
  sentence_number?: string;
}

/** Sends the page that the form stands on with status 422, the errors and all that was typed. */
export type ShowAgain = (req: Request, res: Response, problem: Problem) => Promise<void>;

/** Runs a handler; a broken rule that names a field, or a text that was given up, shows the form again instead of a page of refusal. */
export function showingAgain(
  showAgain: ShowAgain,
  handler: (req: Request, res: Response) => Promise<Problem | undefined>,
): RequestHandler {
  return async (req, res) => {
    const place = placeOf(req);
    try {
      const problem = await handler(req, res);
      if (problem) await showAgain(req, res, { ...place, ...problem });
    } catch (error) {
      const field = error instanceof GaveUp ? '' : error instanceof RuleBroken ? error.field : undefined;
      if (field === undefined) throw error;
      const errors = [{ field, message: (error as Error).message }];
      await showAgain(req, res, { ...place, errors, typed: typedAgain(req.body) });
    }
  };
}

function placeOf(req: Request): { claim_number?: string; sentence_number?: string } {
  if (req.path.includes('/claims/')) return { claim_number: String(req.params.number) };
  const sentence = req.body?.sentence;
  return typeof sentence === 'string' && sentence !== '' ? { sentence_number: sentence } : {};
}
