// One spelling for each role.
import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { test } from 'node:test';
import { filesIn, type SourceFile } from './source-files.ts';

const source = filesIn('src', '.ts');
const IN_NO_SUBJECT = /^src\/(browser|cli|database|demo|fetching|http|workers)\/|^src\/[\w-]+\.ts$/;
const subjects = source.filter(({ path }) => !IN_NO_SUBJECT.test(path));

/** The last word of a file's name: `store` of `store.ts` and of `due-store.ts`. */
function roleOf({ path }: SourceFile): string {
  return basename(path, '.ts').split('-').at(-1) ?? '';
}

function pathsOf(files: SourceFile[]): string[] {
  return files.map(({ path }) => path);
}

/** What opens transactions and records in the log without being a verb of its own. */
const FRAMES: Record<string, string> = {
  'src/audit/log.ts': 'records for all of them',
  'src/articles/with-article.ts': 'opens the transaction of each verb on an article, behind its lock',
  'src/claims/with-claim.ts': 'the same for a claim',
  'src/claims/read-then-transact.ts': 'reads a long text before it takes the lock',
  'src/evidence/with-claim-for-evidence.ts': 'the same where evidence is added to it, changed or taken off',
  'src/accounts/with-question.ts': 'opens the transaction of each verb on a question',
  'src/findings/with-finding.ts': 'finds what a verb on a finding means, and records on it',
  'src/reports/complaints/with-complaint.ts': 'opens the transaction of each verb on a complaint',
  'src/jobs/held-store.ts': 'takes the next job behind a lock of its own',
  'src/jobs/worker.ts': 'ends a job and stores what came of it in one transaction',
  'src/reports/signing/changed-since.ts': 'keeps what it worked out of a signed report, which tells nothing new',
  'src/http/session-store.ts': 'stores sessions, which are in no log',
};

test('only commands open a transaction or record in the log, and the frames that they share', () => {
  const verbs =
    /(?<![.\w])(transact|record|recordOnArticle|recordOnClaim|withArticle|withArticleAnd|withArticleThoughPutAway|withClaim|withClaimFor|withClaimForEvidence|readThenTransact|withQuestion|withComplaint|withFinding)\(/;
  const acting = source.filter(({ text }) => verbs.test(text));
  const hidden = acting.filter((file) => roleOf(file) !== 'commands' && !(file.path in FRAMES));
  assert.deepEqual(pathsOf(hidden), []);
  const idle = Object.keys(FRAMES).filter((path) => !pathsOf(acting).includes(path));
  assert.deepEqual(idle, [], 'these frames open none any more');
});

test('routes are in routes.ts, and a page is sent from there or by a file that says that it renders', () => {
  const misplaced = subjects.filter(({ text, path }) => {
    const is_routes = /(^|\/|-)routes\.ts$/.test(path);
    if (/\bRouter\(\)/.test(text) !== is_routes && !/\brouter: Router\b|routes: Router\b/.test(text)) return true;
    return /\b(renderPage|sendFresh)\(/.test(text) && !is_routes && !/\/render-[\w-]+\.ts$/.test(path);
  });
  assert.deepEqual(pathsOf(misplaced), []);
});

test('what comes from a page is described in forms, never beside the routes', () => {
  const wrong = subjects.filter(
    (file) =>
      roleOf(file) === 'routes' && file.imports.some(({ from, is_type_only }) => from === 'zod' && !is_type_only),
  );
  assert.deepEqual(pathsOf(wrong), []);
});

test('a view asks nobody, and a page asks stores', () => {
  const views = subjects.filter((file) => roleOf(file) === 'view');
  const asking = views.filter(
    ({ text, imports }) =>
      imports.some(({ from, is_type_only }) => !is_type_only && /store\.ts$/.test(from)) ||
      imports.some(({ from, names }) => from === 'src/context.ts' && names.includes('Context')) ||
      /\bdb\b/.test(text),
  );
  assert.deepEqual(pathsOf(asking), []);
  const pages = subjects.filter((file) => roleOf(file) === 'page' && !basename(file.path).startsWith('render-'));
  const still = pages.filter(({ text }) => !/\bawait\b/.test(text) || !/\b(ctx|db|res)\b/.test(text));
  assert.deepEqual(pathsOf(still), []);
  const gathering = subjects.filter(({ path }) => basename(path).startsWith('gather-'));
  assert.deepEqual(pathsOf(gathering.filter(({ text }) => !/\bawait\b/.test(text))), []);
});

test('rows are declared in tables, and kinds of work in jobs', () => {
  const rows = subjects.filter((file) => /^export interface \w+Table\b/m.test(file.text) && roleOf(file) !== 'tables');
  assert.deepEqual(pathsOf(rows), []);
  const jobs = subjects.filter((file) => /: Record<string, JobKind> \{/.test(file.text) && roleOf(file) !== 'job');
  assert.deepEqual(pathsOf(jobs), []);
});

test('no role has a second spelling', () => {
  const second =
    /(^|-)(command|commander|form|job-kind|pages|policies|repository|route|router|sql|stores|table|views|model|models|controller)\.ts$/;
  assert.deepEqual(
    pathsOf(subjects).filter((path) => second.test(basename(path))),
    [],
  );
});

test('what runs in a thread or a process of its own says so', () => {
  const wrong = subjects.filter(({ text }) => /new URL\('\.[^']*(?<!\.worker)\.ts', import\.meta\.url\)/.test(text));
  assert.deepEqual(pathsOf(wrong), []);
});
