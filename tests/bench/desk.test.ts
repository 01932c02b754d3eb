// The short version of bench/desk.ts: it measures every work, and every answer is the one that is meant.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { processorOfFamily } from '../../bench/desk/family.ts';
import { printedBy, printedOnPostgres } from './run-bench.ts';

const DESK = new URL('../../bench/desk.ts', import.meta.url);

test('the bench of the desk prints every work beside the limit, and nothing was refused', async () => {
  const stdout = await printedBy(DESK, ['--ci', '--here']);
  for (const heading of ['Start to first answer', 'First visit', 'A long article', 'People', 'Work', 'Memory'])
    assert.match(stdout, new RegExp(`^${heading}.*:$`, 'm'));
  for (const { what, answers, failed } of rowsOf(stdout, 'People at work, a click a second each'))
    assert.ok(Number(answers) > 0 && failed === '0', `a ${what} failed:\n${stdout}`);
  const works = rowsOf(stdout, 'Work');
  assert.deepEqual(
    works.map(({ work }) => work),
    [
      'article page, 20 claims',
      'the same, compressed',
      'the same, unchanged',
      'article page and a save before it',
      'page with a claim in hand',
      'my desk',
      'article list',
      'second read',
      'library',
      'report.json, a byte',
      'save: evidence by one line',
      'save: verdict and sentence',
      'save: mark a claim',
    ],
  );
  for (const { work, answers, wrong, ratio } of works) {
    assert.ok(Number(answers) > 0 && Number(ratio) > 0, `${work} was not measured`);
    assert.equal(wrong, '0', `${work} got answers that were not meant`);
  }
  const left = rowsOf(stdout, 'What a save leaves to be done');
  assert.deepEqual(
    left.map(({ after }) => after),
    works.slice(-3).map(({ work }) => work),
  );
});

test('it takes the desk over to PostgreSQL, row for row, and asks both the same', async () => {
  const stdout = await printedOnPostgres(DESK, ['--ci', '--here', '--postgres', '--only', 'list']);
  const [first, second, third, made_ready] = rowsOf(stdout, 'There and back').map(({ rows }) => rows);
  assert.ok(Number(first) > 1_000, stdout);
  assert.deepEqual([second, third], [first, first]);
  assert.ok(Number(made_ready) > 100, 'search and readings were not made before anything was measured');
  const [list] = rowsOf(stdout, 'Work on both engines');
  assert.deepEqual([list?.work, list?.wrong], ['article list', '0'], stdout);
  assert.ok(Number(list?.answers) > 0 && Number(list?.ratio) > 0, stdout);
});

test('what a server and its processes have used of the processor is counted together, where Linux counts it', () => {
  assert.equal(processorOfFamily(process.pid) > 0, existsSync('/proc/self/stat'));
  assert.equal(processorOfFamily(undefined), 0);
});

/** The rows of a printed table, by the names of its columns. */
function rowsOf(printed: string, heading: string): Record<string, string>[] {
  const [, below = ''] = printed.split(`${heading}:\n`);
  const lines = below
    .slice(0, below.indexOf('└'))
    .split('\n')
    .filter((line) => line.startsWith('│'));
  const [names = [], ...rows] = lines.map((line) => line.split('│').map((cell) => cell.trim().replace(/^'|'$/g, '')));
  return rows.map((cells) => Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])));
}
