// The desk as one Express app: the order of middleware, the door, and what lies behind it.
import express, { type Express, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import { bodyAllowances } from './body-allowances.ts';
import type { Config } from './config.ts';
import type { Db } from './database/engine.ts';
import { readBody } from './http/body.ts';
import { refuseForeignPosts } from './http/csrf.ts';
import { errorPages, nothingHere } from './http/error-pages.ts';
import { healthRoutes } from './http/health.ts';
import { sendLastCookie } from './http/last-cookie.ts';
import { DRAWN_AT_ONCE, type DrawnAtOnce } from './http/lead-on.ts';
import { loadedLater } from './http/loaded-later.ts';
import { createLog, logRequests } from './http/logging.ts';
import { noticeKey } from './http/notice.ts';
import { passedBy } from './http/passed-by.ts';
import { endUnread } from './http/read-on.ts';
import { securityHeaders } from './http/security.ts';
import { readSession } from './http/session.ts';
import { SessionStore, sessionSecret } from './http/session-store.ts';
import { staticFiles } from './http/static.ts';
import { provideContext } from './http/viewer.ts';
import { Live } from './live/live.ts';
import { paths } from './paths.ts';
import { requirePerson } from './people/require-person.ts';
import { peopleRoutes } from './people/routes.ts';
import { browserKey } from './people/sign-in/known-browsers.ts';
import { usePassport } from './people/sign-in/passport.ts';
import { noteForeignPost } from './people/sign-in/refusal-book-commands.ts';
import { typedBeforeKey } from './people/sign-in/typed-before.ts';
import { subjectRoutes } from './subjects.ts';

export interface AppParts {
  config: Config;
  db: Db;
  /** The time as ISO text in UTC; the real one unless a test sets it. */
  clock?: () => string;
  log?: Logger;
  /** Notices at once where the clock was set: the server's, that watches it. */
  look_at_clock?: () => Promise<void>;
  /** The open streams, where somebody ends them: the server. */
  live?: Live;
  /** What lies behind the door, where it is loaded only when somebody first comes to it; else it is loaded at once. */
  subjects?: () => Promise<RequestHandler>;
  /** Routes that other apps of this process have already; else they are made. */
  routes?: AppRoutes;
  /** What is mounted after the desk's own routes: the trial routes of a test. */
  more?: RequestHandler[];
}

const BEHIND_THE_DOOR = [
  paths.articles,
  paths.sources,
  paths.sources_file,
  paths.snapshot,
  paths.job,
  paths.search,
  paths.keys,
] as const;

/** Those before the door and those behind it. They hold nothing of a desk but the address that browsers see. */
export interface AppRoutes {
  people: RequestHandler;
  subjects: RequestHandler;
}

/** Makes all routes of apps of this address. */
export async function appRoutes(config: Pick<Config, 'public_url'>): Promise<AppRoutes> {
  return { people: passedBy(peopleRoutes(config)), subjects: await subjectRoutes(config) };
}

/** Builds the app. The tables must be current; nothing listens yet. */
export async function createApp(parts: AppParts): Promise<Express> {
  const { config, db, clock = () => new Date().toISOString(), log = createLog(config.log_level) } = parts;
  const secret = await sessionSecret(db, config.session_secret);
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('trust proxy', config.trust_proxy);
  app.set('upload limit', config.upload_limit);
  const { upload_limit: file_bytes, writer_files: files, writer_bytes: bytes } = config;
  app.set('writer limits', { file_bytes, files, bytes });
  app.set('log', log);
  app.set('notice key', noticeKey(secret));
  app.set('browser key', browserKey(secret));
  app.set('typed-before key', typedBeforeKey(secret));
  app.set('look at clock', parts.look_at_clock);
  app.set('live', parts.live ?? new Live(db, clock));
  useBeforeRoutes(app, { config, db, clock, log, secret });
  app.use(parts.routes?.people ?? passedBy(peopleRoutes(config)));
  app.get(paths.home, requirePerson);
  app.use([...BEHIND_THE_DOOR], requirePerson);
  const subjects = parts.subjects
    ? loadedLater(parts.subjects)
    : (parts.routes?.subjects ?? (await subjectRoutes(config)));
  app.use(subjects);
  app.set(DRAWN_AT_ONCE, { below: paths.articles, routes: subjects } satisfies DrawnAtOnce);
  for (const routes of parts.more ?? []) app.use(routes);
  app.use(nothingHere());
  app.use(errorPages());
  return app;
}

type BeforeRoutes = Required<Pick<AppParts, 'config' | 'db' | 'clock' | 'log'>> & { secret: string };

function useBeforeRoutes(app: Express, { config, db, clock, log, secret }: BeforeRoutes): void {
  const is_https = config.public_url?.startsWith('https:') ?? false;
  app.use(endUnread());
  app.use(securityHeaders());
  // A router that has no route for a request waits for the next turn of the loop before it says so.
  app.use(passedBy(healthRoutes(db), staticFiles()));
  app.use(logRequests(log));
  app.use(sendLastCookie());
  app.use(readSession({ store: new SessionStore(db, clock), secret, is_https }));
  usePassport(app);
  app.use(provideContext(db, clock));
  app.use(refuseForeignPosts({ public_url: config.public_url, onRefused: noteForeignPost(db, clock) }));
  app.use(readBody(bodyAllowances(config.upload_limit)));
}
