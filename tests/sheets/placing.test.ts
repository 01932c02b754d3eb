// Where rows of a spreadsheet stand in a text, what their columns are taken for, and what of a cell is kept.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { VerdictTable } from '#src/claims/tables.ts';
import { placeWords } from '#src/reading/consistency/words-placed.ts';
import { exportedCell, exportedIn, isAsExported } from '#src/sheets/columns/exported.ts';
import { linesIn, type SheetLine } from '#src/sheets/columns/line.ts';
import { columnsAs, columnsOf, guessHeader, headerKey, refusalOfColumns } from '#src/sheets/columns/sheet-columns.ts';
import { countStatuses, Statuses } from '#src/sheets/columns/statuses.ts';
import { Known } from '#src/sheets/placing/known.ts';
import { type PlanGround, planRows } from '#src/sheets/placing/plan.ts';
import { proposedBy } from '#src/sheets/placing/proposed.ts';
import { rowKey } from '#src/sheets/placing/row-key.ts';
import { kindOfFormat, sayNumber } from '#src/sheets/reading/cell-values.ts';
import type { CellComment } from '#src/sheets/reading/grid.ts';

const TEXT =
  'Twelve men died in 120 raids. “We saw it,” she said. Women and men fled. The toll rose by 12.5 percent to 12. Women and men fled.';

test('words are found as they are printed, whole, and nearly so with what does not agree', () => {
  const at = (words: string) => {
    const { exact, near, differs } = placeWords(TEXT, [words])[0] ?? { exact: [], near: null, differs: [] };
    return {
      exact: exact.map(({ start, end }) => TEXT.slice(start, end)),
      near: near && TEXT.slice(near.start, near.end),
      differs,
    };
  };
  const exactly = (words: string) => at(words).exact;
  assert.deepEqual(exactly('"We saw it,"'), ['“We saw it,”']);
  assert.deepEqual(exactly('‘Twelve men died’'), ['Twelve men died']);
  assert.deepEqual(exactly('twelve men died.'), ['Twelve men died']);
  assert.deepEqual(exactly('12'), ['12']);
  assert.deepEqual(exactly('omen'), []);
  assert.equal(exactly('Women and men fled.').length, 2);
  assert.deepEqual(at('Thirteen men died in 120 raids'), {
    exact: [],
    near: 'Twelve men died in 120 raids',
    differs: ['The passage has Thirteen, the copy Twelve.'],
  });
  assert.deepEqual(at('The moon fell into the sea at night').near, null);
});

test('columns are guessed from names in several languages, and known again in any order', () => {
  const rows = [
    { row: 1, cells: ['Checked on 7 May'] },
    { row: 3, cells: ['Behauptung', 'Quelle 1', 'Quelle 2', 'Status', 'Geprüft von', 'Farbe', 'Notiz'] },
    { row: 4, cells: ['Zwölf Tote', 'https://a.example', '', 'ok', '', 'rot', ''] },
  ];
  assert.equal(guessHeader(rows), 1);
  assert.equal(guessHeader([{ row: 1, cells: ['Twelve men died', 'TRUE'] }]), -1);
  const columns = columnsOf(rows[1]?.cells, 7);
  assert.deepEqual(
    columns.map(({ field }) => field),
    ['words', 'source', 'source', 'status', 'checker', '', 'note'],
  );
  assert.equal(headerKey(columns), headerKey(columnsOf([...(rows[1]?.cells ?? [])].reverse(), 7)));
  assert.notEqual(headerKey(columns), headerKey(columnsOf(['Claim'], 1)));
  assert.deepEqual(
    columnsOf(['Claim', 'Quote', 'number'], 3).map(({ field }) => field),
    ['words', '', ''],
  );
  assert.deepEqual(
    columnsOf(undefined, 2).map(({ name }) => name),
    ['column A', 'column B'],
  );
  assert.match(refusalOfColumns(columnsAs(columns, { status: 'status' })), /which column holds the words/);
  assert.match(
    refusalOfColumns(columnsAs(columns, { behauptung: 'words', status: 'words' })),
    /Two columns are the words/,
  );
});

test('thousands of rows are planned with turns for others between', async () => {
  const text = 'The port has 16 cranes.';
  const whole = { start: 0, end: text.length };
  const sentences = [{ ...whole, number: 1, paragraph: 1, part_position: 1 }];
  const parts = [{ ...whole, role: 'body' as const, position: 1 }];
  const rows = Array.from({ length: 20_000 }, (_, at) => ({
    row: at + 2,
    cells: ['The port has 16 cranes.', `n ${at}`],
  }));
  const lines = linesIn(rows, columnsOf(['Claim', 'Note'], 2));
  const placed = lines.map(() => ({ exact: [whole], near: null, differs: [] }));
  let turns = 0;
  let others = setImmediate(function work() {
    turns += 1;
    others = setImmediate(work);
  });
  const plans = await planRows(lines, placed, {
    ground: { text, parts, sentences } as unknown as PlanGround['ground'],
    ...{ claims: [], statuses: new Statuses([], []), known: new Known([], []), in_tray: new Set<string>() },
    checkers: { may_assign: false, members: [] },
  });
  clearImmediate(others);
  assert.equal(plans.length, 20_000);
  assert.ok(turns > 0, 'somebody else had a turn');
});

test('a row says what its cells say, and names the cell that cannot be read', () => {
  const columns = columnsOf(['Claim', 'Para', 'Status', 'Source', 'Link', 'Comment'], 6);
  const [line, ...more] = linesIn(
    [
      {
        row: 7,
        cells: ["'=nine died", '¶ 4', ' OK ', 'https://a.example, https://b.example', 'Log, p. 3\nLog, p. 3', ''],
      },
      { row: 8, cells: ['', '', '', '', '', ''] },
      { row: 9, cells: ['x', 'the end', '', 'Report on ships, see https://a.example', '', ''] },
    ],
    columns,
  );
  assert.deepEqual(
    { words: line?.words, paragraph: line?.paragraph, status: line?.status, sources: line?.sources },
    {
      words: '=nine died',
      paragraph: 4,
      status: 'OK',
      sources: ['https://a.example', 'https://b.example', 'Log, p. 3'],
    },
  );
  assert.equal(more.length, 1);
  assert.deepEqual(more[0]?.remarks, [
    'Row 9, column B (“Para”): “the end” is no number of a paragraph, and was left out.',
  ]);
  assert.deepEqual(more[0]?.sources, ['Report on ships, see https://a.example']);
});

test('a comment adds to the note and to the key of its row, whatever of the note the desk wrote itself', () => {
  const columns = columnsOf(['Claim', 'Note', 'Number', 'Colour'], 4);
  const comment = (column: number, words: string) => ({ column, by: '', words, is_reply: false });
  const one = (note: string, comments: CellComment[]) => {
    const [line] = linesIn([{ row: 2, cells: ['nine', note, '4', ''], comments }], columns);
    assert.ok(line !== undefined);
    return line;
  };
  const line = one('as it was', [comment(1, 'by hand'), comment(2, 'a number'), comment(3, 'red')]);
  assert.equal(line.comments, 'Comment on note: by hand');
  assert.notEqual(rowKey(line), rowKey(one('as it was', [])));
  assert.equal(rowKey(one('as it was', [])), rowKey({ ...line, comments: '' }));
  const exported = exportedIn(exportedCell({ words: 'nine', status: '', source: '', note: 'as it was', checker: '' }));
  const given = { placed: null, claim: null, statuses: new Statuses([], []), known: new Known([], []) };
  const checkers = { may_assign: false, members: [] };
  const noteOf = (of: SheetLine) => proposedBy(of, { ...given, checkers }).proposed.note;
  assert.equal(noteOf({ ...line, exported }), 'Comment on note: by hand');
  assert.equal(noteOf(line), 'as it was\nComment on note: by hand');
  const long = one('n'.repeat(9_990), [comment(1, 'c'.repeat(100))]);
  assert.equal(`${long.note}\n${long.comments}`.length, 10_000);
  assert.match(long.remarks.join(), /with the comments it is longer than 10,000 characters/);
});

test('a word of status means what the desk said, else what the desk itself calls so; a cell that came back as it went says nothing', () => {
  const verdict = (id: string, meaning: string, desk_label: string, retired_at: string | null = null) =>
    ({ id, meaning, desk_label, public_label: `${desk_label} in public`, retired_at }) as VerdictTable;
  const verdicts = [
    verdict('1', 'ok', 'OK'),
    verdict('2', 'wrong', 'wrong'),
    verdict('3', 'author', 'on author', 'gone'),
  ];
  const statuses = new Statuses(verdicts, [
    { status_key: 'true', verdict_id: '1' },
    { status_key: 'ok', verdict_id: null },
    { status_key: 'old', verdict_id: '3' },
  ]);
  const means = (status: string) => {
    const found = statuses.meansOf(status);
    return typeof found === 'string' ? found : found.verdict.id;
  };
  assert.deepEqual(['True', 'OK', 'WRONG', 'wrong in public', 'on author', 'old', 'maybe'].map(means), [
    '1',
    'none',
    '2',
    '2',
    'unknown',
    'unknown',
    'unknown',
  ]);
  assert.deepEqual(
    countStatuses([{ status: 'no' }, { status: 'True' }, { status: '' }, { status: 'TRUE' }]).map(
      ({ status, count }) => [status, count],
    ),
    [
      ['True', 2],
      ['no', 1],
    ],
  );
  const cells = { words: 'a', status: 'OK', source: 'x\ny', note: '', checker: 'Ben' };
  const exported = exportedIn(exportedCell(cells));
  assert.ok(isAsExported(exported, 'source', ' x y ') && isAsExported(exported, 'note', ''));
  assert.ok(!isAsExported(exported, 'status', 'wrong') && exportedIn('1e10') === null);
});

test('formats of numbers are dates, times, shares and digits; a number keeps fifteen of them', () => {
  const said = (raw: string, id: number, code?: string) => sayNumber(raw, kindOfFormat(id, code), false);
  assert.equal(said('45000.5', 14), '2023-03-15 12:00');
  assert.equal(said('0.75', 20), '18:00');
  assert.equal(said('45000', 170, '[$-409]d-mmm-yy;@'), '2023-03-15');
  assert.equal(said('12', 171, '0.00 "days"'), '12');
  assert.equal(said('59', 14), '59');
  assert.equal(said('0.1', 172, '0%'), '10%');
  assert.equal(said('1234567890123456', 0), '1234567890123456');
  assert.equal(said('x', 0), '');
});
