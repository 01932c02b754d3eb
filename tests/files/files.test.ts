// Files in the database: staged, taken up, read back, swept, and checked against their hashes.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { transact } from '#src/context.ts';
import { NotFound } from '#src/errors.ts';
import { linkFile, readFile, stageFile, sweepFiles } from '#src/files/commands.ts';
import { getFile } from '#src/files/store.ts';
import { verifyFiles } from '#src/files/verify.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { openNewsroom } from '#tests/support/newsroom.ts';

const LONG = randomBytes(1_300_001);

async function bytesOf(db: Parameters<typeof readFile>[0], id: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of readFile(db, id)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

onEachEngine((engine) => {
  async function openWithFile(bytes: Buffer = LONG) {
    const newsroom = await openNewsroom(engine);
    const ben = newsroom.ctxOf('ben');
    const given = {
      desk_id: newsroom.desks.foreign.id,
      name: ' the\u0000 draft.docx\n',
      media_type: 'text/plain',
      bytes,
    };
    return { ...newsroom, ben, file: await stageFile(ben, given) };
  }

  test('bytes come back as they went in, with their hash, size and a clean name', async () => {
    for (const bytes of [LONG, Buffer.from('short')]) {
      const { db, file, persons } = await openWithFile(bytes);
      assert.ok((await bytesOf(db, file.id)).equals(bytes));
      const stored = await getFile(db, file.id);
      assert.equal(stored.sha256, createHash('sha256').update(bytes).digest('hex'));
      assert.deepEqual(
        [stored.size, stored.name, stored.linked_at, stored.created_by],
        [bytes.length, 'the draft.docx', null, persons.ben.id],
      );
    }
  });

  test('no chunk is larger than a megabyte, whoever writes it', async () => {
    const { db, file } = await openWithFile();
    const chunks = await db.selectFrom('file_chunk').select('bytes').execute();
    assert.ok(chunks.length > 1 && chunks.every(({ bytes }) => bytes.length <= 1_000_000));
    const much = { file_id: file.id, position: 99, bytes: Buffer.alloc(1_000_001) };
    await assert.rejects(db.insertInto('file_chunk').values(much).execute());
  });

  engine.rule('a staged file is taken up once, for a desk', async () => {
    const { db, ben, file, desks } = await openWithFile();
    await transact(ben, (ctx) => linkFile(ctx, file.id, desks.weekend.id));
    const stored = await getFile(db, file.id);
    assert.deepEqual([stored.desk_id, stored.linked_at], [desks.weekend.id, ben.at]);
    await assert.rejects(
      transact(ben, (ctx) => linkFile(ctx, file.id, desks.foreign.id)),
      NotFound,
    );
  });

  engine.rule('what nobody took up goes after a day; what was taken up stays', async () => {
    const { db, ben, file, desks, ctxOf } = await openWithFile();
    const kept = await stageFile(ben, { desk_id: desks.foreign.id, name: 'k', media_type: 'text/plain', bytes: LONG });
    await transact(ben, (ctx) => linkFile(ctx, kept.id, desks.foreign.id));
    assert.equal(await sweepFiles(ctxOf('ben', '2026-03-15T15:59:00.000Z')), 0);
    assert.equal(await sweepFiles(ctxOf('ben', '2026-03-15T16:01:00.000Z')), 1);
    await assert.rejects(getFile(db, file.id), NotFound);
    assert.equal((await bytesOf(db, file.id)).length, 0);
    assert.ok((await bytesOf(db, kept.id)).equals(LONG));
  });

  test('the check names a file whose bytes were changed, and passes the others', async () => {
    const { db, ben, file, desks } = await openWithFile();
    await transact(ben, (ctx) => linkFile(ctx, file.id, desks.foreign.id));
    assert.deepEqual(await verifyFiles(db), { checked: 1, faults: [] });
    const changed = Buffer.from(LONG.subarray(0, 256_000));
    changed[7] = (changed[7] as number) ^ 1;
    await db.updateTable('file_chunk').set({ bytes: changed }).where('position', '=', 0).execute();
    const report = await verifyFiles(db);
    assert.match(report.faults.join(), /“the draft\.docx” .* were changed/);
  });
});
