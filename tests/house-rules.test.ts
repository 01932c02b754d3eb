// What the house promises of its files.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { EVENTS } from '#src/audit/events.ts';
import { configKeys } from '#src/config.ts';
import { paths } from '#src/paths.ts';
import { mountedRoutes } from './house-rules/mounted-routes.ts';
import { fileAt, filesIn, findCycle, HOUSE, type SourceFile } from './house-rules/source-files.ts';
import { startDesk } from './support/app.ts';

/** Each subject knows those before it and never those behind it. */
const SUBJECTS = [
  ...['workers', 'fetching', 'reading', 'audit', 'jobs', 'files', 'people', 'articles', 'claims', 'galley', 'sources'],
  ...[
    'contacts',
    'evidence',
    'sheets',
    'accounts',
    'reviews',
    'article-view',
    'findings',
    'progress',
    'signoff',
    'reports',
    'search',
    'live',
    'workbench',
  ],
];
/** The rooms of a subject, in such an order, too; the files of its root know all rooms and are known to them. */
const ROOMS: Record<string, string[]> = {
  reading: [
    'text',
    'tagging',
    'sentences',
    'lexicons',
    'entities',
    'attribution',
    'check-worthiness',
    'alignment',
    'consistency',
  ],
  people: ['sign-in', 'profiles', 'keys', 'invitations', 'desks', 'persons', 'me', 'setup'],
  articles: ['details', 'documents', 'intake', 'as-ran'],
  claims: ['figures', 'analysis', 'coverage', 'marking', 'suggestions', 'revision', 'undo'],
  sources: [
    'line',
    'card',
    'held-back',
    'origins',
    'watch',
    'retractions',
    'snapshots',
    'identity',
    'merging',
    'library',
    'formats',
  ],
  contacts: ['times', 'to-call', 'contacts', 'accused'],
  evidence: ['lookup', 'passage-changes', 'set-back', 'proposed-sources'],
  sheets: ['reading', 'columns', 'placing', 'entries', 'intake', 'leaving'],
  accounts: ['plots'],
  reviews: [
    'queries',
    'fixes',
    'change-list',
    'redline',
    'returned',
    'writer',
    'own-facts',
    'package',
    'legal',
    'second-read',
  ],
  signoff: ['checks'],
  reports: [
    'schema',
    'leaks',
    'pdf',
    'formats',
    'redline',
    'signing',
    'handed-out',
    'complaints',
    'numbered',
    'sign-off',
    'erasure',
    'zip',
    'retrace',
  ],
  workbench: ['coverage', 'article', 'versions', 'as-ran', 'hand-over', 'lists', 'log', 'numbers'],
};
const ABOVE_ALL = ['cli', 'demo'];
const TOP_FILES = ['app', 'subjects', 'stored-work', 'main', 'serve', 'cli'].map((name) => `src/${name}.ts`);

const source = filesIn('src', '.ts');
const views = filesIn('views', '.ejs');

function roomOf(path: string): string {
  return path.startsWith('src/') ? (path.split('/').length > 2 ? (path.split('/')[1] as string) : 'the root') : '';
}

/** The folders of a subject. */
function roomsOf(subject: string): string[] {
  const parts = source.map(({ path }) => path.split('/')).filter(([, first, , file]) => first === subject && file);
  return [...new Set(parts.map(([, , room = '']) => room))].sort();
}

/** Every `[file, what it does]` that breaks a rule, as lines. */
function broken(files: SourceFile[], look: (file: SourceFile) => string[]): string[] {
  return files.flatMap((file) => look(file).map((what) => `${file.path}: ${what}`));
}

test('a subject imports only subjects that come before it', () => {
  const wrong = broken(source, ({ path, imports }) => {
    const place = SUBJECTS.indexOf(roomOf(path));
    return imports
      .filter(({ from }) => place >= 0 && SUBJECTS.indexOf(roomOf(from)) > place)
      .map(({ from }) => `imports ${from}`);
  });
  assert.deepEqual(wrong, []);
});

test('a room of a subject imports only rooms that come before it, and what stands in no room', () => {
  const place = (path: string) => (ROOMS[roomOf(path)] ?? []).indexOf(path.split('/').at(2) ?? '');
  const wrong = broken(source, ({ path, imports }) =>
    imports
      .filter(({ from }) => roomOf(from) === roomOf(path) && place(path) >= 0 && place(from) > place(path))
      .map(({ from }) => `imports ${from}`),
  );
  assert.deepEqual(wrong, []);
  for (const [subject, rooms] of Object.entries(ROOMS))
    assert.deepEqual(roomsOf(subject), [...rooms].sort(), `the rooms of ${subject} are not those of the list`);
});

test('http and what lies under the subjects know no subject, not even its rows', () => {
  const low = source.filter(({ path }) =>
    ['http', 'database', 'workers', 'fetching', 'the root'].includes(roomOf(path)),
  );
  const wrong = broken(
    low.filter(({ path }) => !TOP_FILES.includes(path)),
    ({ path, imports }) =>
      imports
        .filter(
          ({ from }) =>
            (SUBJECTS.includes(roomOf(from)) && roomOf(from) !== roomOf(path)) || ABOVE_ALL.includes(roomOf(from)),
        )
        .map(({ from }) => `imports ${from}`),
  );
  assert.deepEqual(wrong, []);
});

test('what a page depends on is said in one place', () => {
  const wrong = source.filter(
    ({ path, text }) => text.includes('new Freshness(') && path !== 'src/articles/freshness.ts',
  );
  assert.deepEqual(
    wrong.map(({ path }) => path),
    [],
  );
});

test('nobody imports the command line or the demo but themselves', () => {
  const wrong = broken(source, ({ path, imports }) =>
    imports
      .filter(
        ({ from }) => ABOVE_ALL.includes(roomOf(from)) && !ABOVE_ALL.includes(roomOf(path)) && path !== 'src/cli.ts',
      )
      .map(({ from }) => `imports ${from}`),
  );
  assert.deepEqual(wrong, []);
});

test('reading knows texts only, and how a list is asked', () => {
  const reading = source.filter(({ path }) => roomOf(path) === 'reading');
  const wrong = broken(reading, ({ imports }) =>
    imports
      .filter(({ from }) => from.startsWith('src/') && roomOf(from) !== 'reading' && from !== 'src/item-at.ts')
      .map(({ from }) => `imports ${from}`),
  );
  assert.deepEqual(wrong, []);
});

test('within a subject, stores and commands know nothing of pages, and routes change no row', () => {
  const web = /\/(([\w-]*-)?(routes|pages?|view|forms)|render-[\w-]+)\.ts$/;
  const wrong = broken(source, ({ path, imports }) => {
    const role = /([\w]*)\.ts$/.exec(basename(path))?.[1] ?? '';
    const ofPages = imports.filter(
      ({ from, is_type_only }) => !is_type_only && (web.test(from) || from.startsWith('src/http/')),
    );
    const ofCommands = imports.filter(({ from }) => /(^|[/-])(commands|routes)\.ts$/.test(from));
    const ofRows = imports.flatMap(({ from, names }) =>
      /store\.ts$/.test(from) ? names.filter((name) => /^(insert|update|delete|replace)[A-Z]/.test(name)) : [],
    );
    if (role === 'commands') return ofPages.map(({ from }) => `imports ${from}`);
    if (role === 'store' && roomOf(path) !== 'http')
      return [...ofPages, ...ofCommands].map(({ from }) => `imports ${from}`);
    return role === 'routes' ? ofRows.map((name) => `imports ${name}`) : [];
  });
  assert.deepEqual(wrong, []);
});

test('a form is handled in one way: nothing else mounts a post', () => {
  const mounting = source.filter(({ text }) => /\.post\(/.test(text)).map(({ path }) => path);
  assert.deepEqual(mounting, ['src/http/handle-form.ts']);
});

test('no import leads back to where it began, though it be of a type alone', () => {
  assert.equal(findCycle(source), null);
});

test('policies, and files that call themselves pure, ask nobody: no clock, no database, no disk, no network', () => {
  const pure = source.filter(
    ({ path, lines }) => path.endsWith('policy.ts') || roomOf(path) === 'reading' || /\bPure\b/.test(lines[0] ?? ''),
  );
  const forbidden = /^(express|kysely|pg|better-sqlite3|node:(fs|http|https|child_process|timers)(\/.*)?)$/;
  const wrong = broken(pure, ({ imports, text }) => [
    ...imports
      .filter(({ from, is_type_only }) => forbidden.test(from) && !is_type_only)
      .map(({ from }) => `imports ${from}`),
    ...[...text.matchAll(/Date\.now\(|new Date\(\)|performance\.now\(|Math\.random\(/g)].map(
      ([asked]) => `asks ${asked}`,
    ),
  ]);
  assert.ok(pure.length > 20, 'nothing calls itself pure any more');
  assert.deepEqual(wrong, []);
});

test('the environment is read in one place', () => {
  const wrong = broken(source, ({ path, text }) =>
    path !== 'src/config.ts' && /process\.env\b/.test(text) ? ['reads process.env'] : [],
  );
  assert.deepEqual(wrong, []);
});

const ASKING_WITH_REASON = {
  'src/people/membership.ts': 'the one join that all stores start from',
};

test('rows are asked for in stores, in the log and in the database’s own files', () => {
  const asks = /\.(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql(<[^>]*>)?`/;
  const wrong = broken(source, ({ path, text }) => {
    const mayAsk =
      /store\.ts$/.test(path) || ['database', 'audit'].includes(roomOf(path)) || path in ASKING_WITH_REASON;
    return asks.test(text) && !mayAsk ? ['asks the database itself'] : [];
  });
  assert.deepEqual(wrong, []);
});

test('`<%-` stands only before includes, the body of a layout, and values that the code declares as Html', () => {
  const declarations = /\b(\w+)\??(?:\([^)]*\))?: (?:readonly )?(?:Html\b|(?:raw|html|joinHtml)[(`])/g;
  const isHtml = new Set(source.flatMap(({ text }) => [...text.matchAll(declarations)].map(([, name]) => name)));
  // `drawn: paragraph.words` hands such a value on under another name.
  const handedOn = source.flatMap(({ text }) => [...text.matchAll(/\b(\w+): [^\n]*\.(\w+)[,;]?$/gm)]);
  for (const [, name, last] of handedOn) if (isHtml.has(last)) isHtml.add(name);
  const wrong = broken(views, ({ path, text }) =>
    [...text.matchAll(/<%-\s*([\s\S]*?)\s*-?%>/g)]
      .map(([, expression = '']) => expression)
      .filter((expression) => !/^include\(/.test(expression))
      .filter((expression) => !(path.startsWith('views/layouts/') && expression === 'page.body'))
      .filter((expression) => !(/^[\w.]+$/.test(expression) && isHtml.has(expression.split('.').at(-1))))
      .map((expression) => `<%- ${expression} %>`),
  );
  assert.deepEqual(wrong, []);
});

test('no template sets a style by hand', () => {
  assert.deepEqual(
    broken(views, ({ text }) => [...text.matchAll(/\sstyle\s*=/g)].map(() => 'style=')),
    [],
  );
});

test('every path has a route and every route is a path', async (t) => {
  const desk = await startDesk();
  t.after(() => desk.close());
  const mounted = mountedRoutes(desk.app);
  const known = new Set<string>(Object.values(paths));
  const patterns = new Set(mounted.map(({ path }) => path));
  assert.deepEqual([...patterns].filter((path) => !known.has(path)).sort(), [], 'routes that paths.ts does not know');
  assert.deepEqual([...known].filter((path) => !patterns.has(path)).sort(), [], 'paths that lead nowhere');
  const methods = new Set(mounted.map(({ method }) => method));
  assert.deepEqual([...methods].sort(), ['GET', 'POST'], 'GET and POST only: that is what forms can send');
});

test('every setting is in README and .env.example, and no other', () => {
  for (const file of ['README.md', '.env.example']) {
    const text = readFileSync(join(HOUSE, file), 'utf8');
    const missing = configKeys.filter((key) => !new RegExp(`\\b${key}\\b`).test(text));
    assert.deepEqual(missing, [], `${file} does not speak of these`);
  }
  const example = readFileSync(join(HOUSE, '.env.example'), 'utf8');
  const set = [...example.matchAll(/^(?:# )?([A-Z][A-Z_]+)=/gm)].map(([, key = '']) => key);
  assert.deepEqual(set.sort(), [...configKeys].sort());
});

test('every command of the command line is in README', () => {
  const list = readFileSync(join(HOUSE, 'src/cli/run-command.ts'), 'utf8');
  const names = [...list.matchAll(/^ {2}'?([a-z ]+)'?: async \(\)/gm)].map(([, name = '']) => name);
  const readme = readFileSync(join(HOUSE, 'README.md'), 'utf8');
  assert.ok(names.length > 10);
  assert.deepEqual(
    names.filter((name) => !readme.includes(`\`${name}`)),
    [],
  );
});

test('every event of the log has its sentence and happens somewhere', () => {
  const others = source.filter(({ path }) => path !== 'src/audit/events.ts');
  for (const [verb, sentence] of Object.entries(EVENTS)) {
    assert.match(verb, /^[a-z]+\.[a-z_]+$/);
    assert.match(sentence, /^[a-z].*[a-z]$/, `the sentence of ${verb} follows a name and has no full stop`);
    assert.ok(
      others.some(({ text }) => text.includes(`'${verb}'`)),
      `${verb} is never recorded`,
    );
  }
});

test('every file says in one short first line what it is for', () => {
  const ours = ['src', 'tests', 'bench', 'trials', 'scripts'].flatMap((folder) => filesIn(folder, '.ts'));
  const wrong = broken([...ours, ...filesIn('migrations', '.ts')], ({ path, lines: [first = ''] }) => {
    if (!path.endsWith('.d.ts') && !/^\/\/ \S.{15,}/.test(first)) return ['begins without a word'];
    // What has landed in migrations is never edited.
    if (first.length > 110 && !path.startsWith('migrations/')) return [`begins with ${first.length} characters`];
    return /\b(whoever|anew|of theirs)\b/i.test(first) && !path.startsWith('migrations/')
      ? ['says it in old words']
      : [];
  });
  assert.deepEqual(wrong, []);
});

test('no file of the program is longer than 250 lines', () => {
  assert.deepEqual(
    broken(source, ({ lines }) => (lines.length > 251 ? [`${lines.length - 1} lines`] : [])),
    [],
  );
});

test('no room is a drawer for everything', () => {
  const drawer = /(^|\/)(utils?|helpers?|common|services?|misc|index)(\.ts|\/|$)/;
  assert.deepEqual(
    [...source, ...filesIn('tests', '.ts')].map(({ path }) => path).filter((path) => drawer.test(path)),
    [],
  );
});

test('file names are words with hyphens', () => {
  const wrong = [...source, ...views].map(({ path }) => path).filter((path) => !/^[a-z0-9_/.-]+$/.test(path));
  assert.deepEqual(wrong, []);
});

test('a style uses only colours and sizes that are defined', () => {
  const sheets = filesIn('public/css', '.css');
  const defined = new Set(
    sheets.flatMap(({ text }) => [...text.matchAll(/^\s*(--[\w-]+):/gm)].map(([, name]) => name)),
  );
  assert.ok(defined.size > 30, 'the definitions are not found any more');
  const wrong = broken(sheets, ({ text }) =>
    [...text.matchAll(/var\((--[\w-]+)\)/g)]
      .map(([, name]) => name ?? '')
      .filter((name) => !defined.has(name))
      .map((name) => `uses ${name}`),
  );
  assert.deepEqual(wrong, []);
});

test('nothing speaks of being unfinished', () => {
  const files = [...source, ...views, ...filesIn('public/css', '.css'), ...filesIn('docs', '.md')];
  const unfinished = /\b(TODO|FIXME|HACK|WIP)\b|@ts-(ignore|nocheck)|not (yet )?implemented|coming soon|lorem ipsum/i;
  const wrong = broken(files, ({ lines }) => lines.filter((line) => unfinished.test(line)).map((line) => line.trim()));
  assert.deepEqual(wrong, []);
});

test('a button names what it acts on, and pages ask in plain words', () => {
  const button =
    />\s*(Save|Keep|Note|Take|Leave|Enter|Put|Ask|Drop|Hold|Make|Change|Add|Bring) (it|them)( back| in| there)?\b[^<]*</;
  const translated = /\(may be left\)|\bmended\b|in the hands of|nobody’s hands|\bwanted (for|where)\b|is wanted\b/i;
  const wrong = broken(views, ({ lines }) =>
    lines.filter((line) => button.test(line) || translated.test(line)).map((line) => line.trim().slice(0, 120)),
  );
  assert.deepEqual(wrong, []);
});

test('files that the documents name are there', () => {
  const documents = [...filesIn('docs', '.md'), fileAt('README.md'), fileAt('CONTRIBUTING.md')];
  const there = (path: string) => ['', 'src/'].some((folder) => existsSync(join(HOUSE, folder, path)));
  const wrong = broken(documents, ({ text }) =>
    [...text.matchAll(/`((?:[\w-]+\/)+[\w.-]+\.(?:ts|ejs|css))`/g)]
      .map(([, path = '']) => path)
      .filter((path) => !there(path))
      .map((path) => `names ${path}`),
  );
  assert.deepEqual(wrong, []);
});
