// Who is looking: the context for commands, and what a layout shows of the person.
import type { RequestHandler } from 'express';
import type {} from 'passport';
import type { Actor, Context } from '#src/context.ts';
import type { Db } from '#src/database/engine.ts';

export interface Viewer {
  id: string;
  number: number;
  display_name: string;
  initials: string;
  is_administrator: boolean;
  letter_keys: boolean;
  theme: 'system' | 'light' | 'dark';
}

/** Gives every request its Context (database, actor, one time for the whole request) and its viewer in `res.locals`. */
export function provideContext(db: Db, clock: () => string): RequestHandler {
  return (req, res, next) => {
    const ctx: Context = { db, actor: actorOf(req.user), at: clock() };
    res.locals.ctx = ctx;
    res.locals.viewer = req.user ? viewerOf(req.user) : null;
    next();
  };
}

function actorOf(user: Express.User | undefined): Actor {
  if (!user) return { kind: 'nobody', id: null };
  return {
    kind: 'person',
    id: user.id,
    display_name: user.display_name,
    is_administrator: Boolean(user.is_administrator),
  };
}

function viewerOf(user: Express.User): Viewer {
  const { id, number, display_name, initials, theme } = user;
  const is_administrator = Boolean(user.is_administrator);
  return { id, number, display_name, initials, is_administrator, theme, letter_keys: Boolean(user.letter_keys) };
}
