// Forms: what people type arrives clean and typed, and what is wrong is said beside what was typed.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startDesk, type TestDesk } from '#tests/support/app.ts';
import { type Entry, encodeEntries } from '#tests/support/form-data.ts';
import { Visitor } from '#tests/support/visitor.ts';
import { received, trialRoutes } from './support.ts';

let desk: TestDesk;
before(async () => {
  desk = await startDesk(undefined, { more: [trialRoutes()] });
});
after(() => desk.close());

const GOOD: Entry[] = [
  ['name', '  Quay\u0000  side '],
  ['words', 'كلمات\nof two lines\ud800'],
  ['mood', 'calm'],
  ['places', 'quay'],
  ['places', 'yard'],
  ['count', ' 7 '],
];

async function post(entries: Entry[], enctype: string): Promise<Visitor> {
  const { body, type } = encodeEntries(entries, enctype);
  return new Visitor(desk.app).sendBytes('/trial/form', body, { 'Content-Type': type });
}

for (const enctype of ['application/x-www-form-urlencoded', 'multipart/form-data']) {
  describe(`a form sent as ${enctype}`, () => {
    test('is read into clean, typed values, and its notice is shown once', async () => {
      const visitor = await post(GOOD, enctype);
      assert.deepEqual(
        { ...received.value },
        {
          name: 'Quay side',
          words: 'كلمات\nof two lines\ufffd',
          remark: '',
          mood: 'calm',
          urgent: false,
          places: ['quay', 'yard'],
          count: 7,
        },
      );
      assert.equal(visitor.path, '/trial');
      assert.equal(visitor.notice(), 'It is stored.');
      await visitor.visit('/trial');
      assert.equal(visitor.notice(), '');
    });

    test('says in plain sentences what is wrong, in the order of the form, and keeps what was typed', async () => {
      const visitor = await post(
        [
          ['name', 'n'.repeat(21)],
          ['words', ' '],
          ['places', 'moon'],
          ['count', '12'],
          ['password', 'x'],
        ],
        enctype,
      );
      assert.equal(visitor.status, 422);
      const { errors, typed } = visitor.json() as { errors: unknown; typed: Record<string, string> };
      assert.deepEqual(errors, [
        { field: 'name', message: 'This may be 20 characters long; it has 21. Shorten it and save again.' },
        { field: 'words', message: 'Fill this in.' },
        { field: 'mood', message: 'Say how it is.' },
        { field: 'places', message: 'Choose one of the answers offered.' },
        { field: 'count', message: 'This must be 9 or less.' },
      ]);
      assert.equal(typed.name, 'n'.repeat(21));
      assert.equal(typed.password, undefined);
    });

    test('that sends one field twice is told so', async () => {
      const visitor = await post([...GOOD, ['name', 'again']], enctype);
      assert.equal(visitor.status, 422);
    });

    test('that is larger than the desk takes gets a 413 in words', async () => {
      const visitor = await post([['words', 'w'.repeat(400_000)]], enctype);
      assert.equal(visitor.status, 413);
      assert.match(
        visitor.text(),
        /larger than the 100 kB the desk takes here\. Nothing was stored\. Go back: your browser kept what you typed/,
      );
    });

    test('with names that mean something to the program does no harm', async () => {
      const visitor = await post(
        [...GOOD, ['__proto__', 'x'], ['constructor', 'x'], ['a[b][c]', 'x'], ['', 'x']],
        enctype,
      );
      assert.equal(visitor.status < 500, true);
      assert.equal(({} as Record<string, unknown>).x, undefined);
    });
  });
}

test('a file arrives with its name as it was, Arabic too', async () => {
  const file = { file_name: 'مقال.txt', content: Buffer.from('text'), type: 'text/plain' };
  await post([...GOOD, ['file', file]], 'multipart/form-data');
  assert.deepEqual(received.files, [{ name: 'مقال.txt', bytes: 4 }]);
});

test('a form with no file chosen has no file', async () => {
  await post(
    [...GOOD, ['file', { file_name: '', content: Buffer.alloc(0), type: 'application/octet-stream' }]],
    'multipart/form-data',
  );
  assert.deepEqual(received.files, []);
});

describe('a body that cannot be read is refused in words, never with a 500', () => {
  const cases: [name: string, status: number, type: string, body: string][] = [
    ['a broken escape', 400, 'application/x-www-form-urlencoded', 'name=%E0%A'],
    ['an unknown encoding', 400, 'application/x-www-form-urlencoded; charset=klingon', 'name=x'],
    ['no boundary', 400, 'multipart/form-data', 'x'],
    [
      'an end too soon',
      400,
      'multipart/form-data; boundary=B',
      '--B\r\nContent-Disposition: form-data; name="a"\r\n\r\nhal',
    ],
    [
      'a NUL in a file name',
      400,
      'multipart/form-data; boundary=B',
      '--B\r\nContent-Disposition: form-data; name="a"; filename="a\u0000b"\r\n\r\nx\r\n--B--\r\n',
    ],
    [
      'a part without a name',
      400,
      'multipart/form-data; boundary=B',
      '--B\r\nContent-Disposition: form-data\r\n\r\nx\r\n--B--\r\n',
    ],
    ['JSON', 415, 'application/json', '{}'],
    ['no type at all', 415, '', 'name=x'],
    ['too many fields', 413, 'application/x-www-form-urlencoded', 'a&'.repeat(5_001)],
  ];
  for (const [name, status, type, body] of cases) {
    test(name, async () => {
      const visitor = await new Visitor(desk.app).sendBytes('/trial/form', body, { 'Content-Type': type });
      assert.equal(visitor.status, status, visitor.text());
      assert.equal(visitor.headings().length, 1);
    });
  }
});
