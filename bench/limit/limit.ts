// What Express, EJS and better-sqlite3 cost at least: one page, one form, sessions; for bench/desk.ts.
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import express, { type Express } from 'express';
import session from 'express-session';
import { pack, packingOf } from '#src/http/packed-text.ts';
import { addressOf, listen } from '#src/http/server.ts';
import { limitPages } from './page.ts';
import { LimitSessions } from './sessions.ts';
import { limitTables } from './tables.ts';

const [, , folder = '.', articles = '250'] = process.argv;
const server = await listen(limitApp(join(folder, 'limit.sqlite'), Number(articles)), 0, '127.0.0.1');
console.log(`The limit is open at ${addressOf(server, '127.0.0.1')}`);
process.once('SIGTERM', () => process.exit(0));

/** A page of an article's claims, as long as it is asked for, and a form that stores a use of a source. */
function limitApp(path: string, articles: number): Express {
  const file = new Sqlite(path);
  file.pragma('journal_mode = wal');
  file.pragma('synchronous = full');
  limitTables(file, articles);
  const page = limitPages(file);
  const store = file.prepare('insert into use (article, claim, title, passage) values (?, ?, ?, ?)');
  const app = express();
  app.disable('x-powered-by');
  app.use(session({ store: new LimitSessions(file), secret: 'of nobody', resave: false, saveUninitialized: false }));
  app.use(express.urlencoded({ extended: false }));
  app.post('/sign-in', (req, res) => {
    Object.assign(req.session, { person: 'Ben Okafor' });
    res.redirect(303, '/');
  });
  app.use((req, res, next) => ('person' in req.session ? next() : res.sendStatus(403)));
  app.get('/articles/:article', (req, res) => {
    const text = page(Number(req.params.article), Number(req.query.bytes));
    res.set('Cache-Control', 'private, no-cache').type('html');
    const encoding = packingOf(res, text.length);
    if (encoding === undefined) return res.send(text);
    return res.set('Content-Encoding', encoding).send(pack(text, encoding));
  });
  app.post('/articles/:article/uses', (req, res) => {
    const { claim, title, passage } = req.body;
    store.run(Number(req.params.article), Number(claim), title, passage);
    res.redirect(303, `/articles/${req.params.article}`);
  });
  return app;
}
