// A register of formats: what a page offers of it, and what can be had.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NotFound } from '#src/errors.ts';
import { piecesOf } from '#src/outgoing-file.ts';
import { chooseFormat, type FileFormat, filesOffered, writeFile } from '#src/sources/held-back/file-format.ts';
import { bytesOf } from '#tests/support/outgoing-bytes.ts';

const WORDS: FileFormat<string> = {
  name: 'txt',
  label: 'Words',
  media_type: 'text/plain; charset=utf-8',
  audiences: ['internal'],
  write: (model) => piecesOf([model]),
};
const TABLES: FileFormat<string> = {
  ...WORDS,
  name: 'tab',
  label: 'Tables',
  audiences: ['internal', 'public'],
  tables: ['lines', 'words'],
  policy: async (model) => `default-src '${model}'`,
  write: (model, table) => piecesOf([`${table}: ${model}`]),
};
const FORMATS = [WORDS, TABLES];

test('a page offers what there is for its audience, and the first table without being asked', () => {
  const offered = filesOffered(FORMATS, 'internal').map(({ label, format, table }) => [label, format, table]);
  assert.deepEqual(offered, [
    ['Words', 'txt', undefined],
    ['Tables, lines', 'tab', undefined],
    ['Tables, words', 'tab', 'words'],
  ]);
  assert.deepEqual(
    filesOffered(FORMATS, 'public').map(({ format }) => format),
    ['tab', 'tab'],
  );
});

test('every file that is offered can be had, under a name that says what it is', async () => {
  const names: string[] = [];
  for (const audience of ['internal', 'public'] as const)
    for (const { format, table } of filesOffered(FORMATS, audience)) {
      const chosen = chooseFormat(FORMATS, { format, table, audience });
      const file = await writeFile(chosen, 'none', { name: 'claimdesk-1', audience });
      assert.equal(file.policy, format === 'tab' ? "default-src 'none'" : undefined);
      names.push(`${file.file_name} ${await bytesOf(file)}`);
    }
  assert.deepEqual(names, [
    'claimdesk-1-INTERNAL.txt none',
    'claimdesk-1-INTERNAL-lines.tab lines: none',
    'claimdesk-1-INTERNAL-words.tab words: none',
    'claimdesk-1-lines.tab lines: none',
    'claimdesk-1-words.tab words: none',
  ]);
});

test('a format that is not in the register, not for this audience, or has no such table, is nowhere', () => {
  for (const wanted of [
    { format: 'exe', audience: 'internal' },
    { format: 'txt', audience: 'public' },
    { format: 'tab', table: 'people', audience: 'internal' },
  ] as const)
    assert.throws(() => chooseFormat(FORMATS, wanted), NotFound);
});
