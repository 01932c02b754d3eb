// Passport: who a session belongs to, and who signs in with an address and a password.
import type { Express, Request, RequestHandler, Response } from 'express';
import passport from 'passport';
import { Strategy } from 'passport-local';
import type { Person } from '../person-store.ts';
import { type SignInResult, signIn } from './commands.ts';
import { isMarked, knownBrowser } from './known-browsers.ts';

/** Puts the person who was read with the session into `req.user`; somebody disabled meanwhile is nobody. Goes after the session. */
export function usePassport(app: Pick<Express, 'use'>): void {
  const own = new passport.Passport();
  own.deserializeUser<string, Request>(({ session: { person } }, id, done) => {
    done(null, person?.id === id ? person : false);
  });
  app.use(own.session() as RequestHandler);
}

const byPassword = new passport.Passport();
byPassword.use(
  new Strategy({ usernameField: 'email', session: false, passReqToCallback: true }, (req, email, password, done) => {
    const request = req as Request;
    const ctx = request.res?.locals.ctx;
    if (!ctx) return done(new Error('The request has no context yet'));
    const known_as = isMarked(request) ? (person: Person) => knownBrowser(request, person) : undefined;
    signIn(ctx, { email, password, address: req.ip ?? '', known_as }).then(
      (result) => done(null, result.person ?? false, result as never),
      done,
    );
  }),
);

/** Asks passport's local strategy about the fields `email` and `password` of this post. Begins no session. */
export function authenticate(req: Request, res: Response): Promise<SignInResult> {
  const { promise, resolve, reject } = Promise.withResolvers<SignInResult>();
  const answer = (error: unknown, _user: unknown, result: SignInResult) => (error ? reject(error) : resolve(result));
  byPassword.authenticate('local', { session: false }, answer)(req, res, reject);
  return promise;
}
