// Sends the sign-in page: why somebody has to sign in again, and what they had typed.
import type { Request, Response } from 'express';
import type { FormError } from '#src/http/form.ts';
import { noStore, renderPage } from '#src/http/render.ts';
import { type SignedOut, whySignedOut } from './signed-out.ts';
import type { Carried } from './typed-before.ts';

export interface SignInPage {
  /** Where to go afterwards. */
  to: string;
  status: number;
  /** Why a session that there was has ended. */
  signed_out?: string | undefined;
  /** What was sent after that, and not stored. */
  before?: Carried | undefined;
  /** Something was sent, and the desk does not know whose it is, so that it offers it to nobody. */
  is_nobodys?: boolean;
  errors?: FormError[];
  /** One sentence for a wrong address and a wrong password alike. */
  refusal?: string;
  /** After too many tries, or while too many others sign in: how long there is none. */
  wait?: string;
  typed?: object;
}

/** Sends the page of the door. Nothing of it is kept by the browser. */
export function renderSignIn(res: Response, { status, before, ...page }: SignInPage): void {
  noStore(res);
  const kept = before === undefined ? '' : JSON.stringify(before);
  const had_files = before?.had_files ?? false;
  const model = { title: 'Sign in', width: 'slim', kept, had_files, is_nobodys: false, ...page };
  renderPage(res, 'people/sign-in', model, { status, layout: 'plain' });
}

/** Why the session of this browser has ended, and whose it was; undefined where there was none. */
export async function signedOut(req: Request, res: Response): Promise<SignedOut | undefined> {
  if (req.lost_session === undefined) return undefined;
  await lookAtClock(req);
  return whySignedOut(res.locals.ctx, req.lost_session);
}

/** A clock that was set a moment ago is noticed before anybody is told why a session ended. */
async function lookAtClock(req: Request): Promise<void> {
  await (req.app.get('look at clock') as (() => Promise<void>) | undefined)?.();
}
