// What in a text names a confidential source, in whatever spelling; and what does not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Finder } from '#src/sources/held-back/finder.ts';
import { type SourceKnown, soughtFor } from '#src/sources/held-back/names.ts';

const CLERK: SourceKnown = {
  id: 'clerk',
  titles: ['Quintessa Marlow, clerk of the registry', 'Memo of the Harbour'],
  people: ['Thaddeus Wrenfield', 'press office of the ministry'],
  bodies: ['Obsidian Registry', 'Interior Ministry'],
  marks: ['https://www.leaks.example/vault/7781?key=opal', 'carbuncle-ledger.txt', 'index.html', 'a'.repeat(64)],
  sayings: [
    'eleven barrels went missing on the quay before the guard came back',
    'twenty',
    'at least 26',
    'seventeen coffins',
  ],
  places: ['page 3', 'folio 9917'],
  remarks: ['reach her under +44 20 7946 0958 or q.marlow@registry.example'],
};

const finder = new Finder(soughtFor([CLERK]));
const uses = { used: new Set(['clerk']), printed: new Set<string>() };
const uses_not = { used: new Set<string>(), printed: new Set<string>() };

test('an article that uses the source is not told its names, in whatever case, accent, hyphen or form', () => {
  for (const words of [
    'Marlow told us.',
    'MARLOW’S word',
    'Ask Thaddeus wrenfield',
    'wrenfield, again',
    'quintessa-marlow',
    'It is Máŕlow.',
    'The Obsidian  Registry has it',
    'see leaks.example/vault/7781?key=opal',
    'the file Carbuncle-Ledger.pdf',
    'call 020 7946 0958',
    'call +44 (0)20 7946-0958 today',
    'write to Q.Marlow@registry.example',
    'she wrote that barrels went missing on the quay before noon',
    'SEVENTEEN coffins',
    'folio 9917',
    `hash ${'A'.repeat(64)}`,
  ])
    assert.notDeepEqual(finder.find(words, uses), [], words);
});

test('what everybody may say stays: common words, small numbers, other people, pages, and what the article prints', () => {
  for (const words of [
    'Twenty were there, at least 26.',
    'The harbour was closed.',
    'page 3 of the report',
    'The guard came back on the quay.',
    'The press office of another ministry',
    'index.html',
    'Marlowe wrote plays.',
    'on 2026-03-14 15:40',
    'The clerk of the court',
  ])
    assert.deepEqual(finder.find(words, uses), [], words);
  const printed = finder.keysIn('Quintessa Marlow, a clerk, counted seventeen coffins.');
  assert.deepEqual(finder.find('Marlow counted seventeen coffins', { ...uses, printed }), []);
  assert.deepEqual(finder.find('Marlow and Wrenfield', { ...uses, printed }), ['Wrenfield']);
});

test('elsewhere at the desk only what is the source’s own counts: whole names, addresses, numbers, long sayings', () => {
  for (const words of ['Quintessa Marlow says so', '+44 20 7946 0958', 'eleven barrels went missing on the quay'])
    for (const article of [uses_not, undefined]) assert.notDeepEqual(finder.find(words, article), [], words);
  for (const words of ['Marlow says so', 'Interior Ministry', 'seventeen coffins', 'Harbour master'])
    for (const article of [uses_not, undefined]) assert.deepEqual(finder.find(words, article), [], words);
});

test('a source that is called by no name is meant only where an article has to do with it', () => {
  const driver = new Finder(
    soughtFor([{ ...CLERK, id: 'clerk', titles: ['The driver', 'Sorov'], people: [], bodies: [], sayings: [] }]),
  );
  assert.deepEqual(driver.find('The driver of the bus', uses_not), []);
  assert.notDeepEqual(driver.find('The driver told us', uses), []);
  assert.notDeepEqual(driver.find('So Sorov says', uses_not), []);
});

test('names in scripts without spaces or capitals are found', () => {
  const known = {
    ...CLERK,
    titles: ['李明, 港口'],
    people: ['فاطمة الزهراء'],
    bodies: [],
    marks: [],
    sayings: [],
    remarks: [],
  };
  const others = new Finder(soughtFor([known]));
  assert.notDeepEqual(others.find('昨天李明说', uses), []);
  assert.notDeepEqual(others.find('قالت فاطمة الزهراء', uses_not), []);
  assert.notDeepEqual(others.find('قالت الزهراء', uses), []);
});

test('the longest name alone is told to whoever is warned', () => {
  assert.deepEqual(finder.find('It was Quintessa Marlow.', uses), ['Quintessa Marlow']);
});
