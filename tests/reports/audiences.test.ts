// The two reports of an article.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { exportReport } from '#src/cli/export.ts';
import { Forbidden, RuleBroken } from '#src/errors.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { REPORT_FORMATS } from '#src/reports/formats/register.ts';
import { askFix } from '#src/reviews/fixes/commands.ts';
import { listFixes } from '#src/reviews/fixes/store.ts';
import { heldIn, unpacked } from '#tests/sources/held-back/every-address.ts';
import { MARKERS, type Told, toldDesk } from '#tests/sources/held-back/told-desk.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { bytesOf } from '#tests/support/outgoing-bytes.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';
import type { Visitor } from '#tests/support/visitor.ts';

type File = readonly [format: string, query: string];

/** Every file of the register, its tables one by one. */
const FILES: File[] = REPORT_FORMATS.flatMap(({ name, tables = [''] }) =>
  tables.map((table): File => [name, table && `?table=${table}`]),
);
const INTERNAL_FILES = FILES.filter(([format]) =>
  REPORT_FORMATS.some(({ name, audiences }) => name === format && audiences.includes('internal')),
);
/** A PDF has an id of its own each time. */
const isTimeless = ([format]: File) => format !== 'pdf';
const CSV_FILES = FILES.filter(([format]) => format === 'csv');

describe('the two reports of an article', () => {
  let desk: NewsroomDesk;
  let told: Told;
  let path: string;
  let ben: Visitor;
  let dina: Visitor;
  let secrets: string[];
  before(async () => {
    desk = await startNewsroom();
    told = await toldDesk(desk);
    path = `/articles/${told.article}`;
    [ben, dina] = [await desk.visitor('ben'), await desk.visitor('dina')];
    secrets = [...Object.values(MARKERS), told.sha256, ...told.tags];
  });
  after(() => desk.close());

  const fileOf = ([format, query]: File, audience: string) =>
    `${path}/report.${format}${query}${query === '' ? '?' : '&'}audience=${audience}`;
  const nameOf = ({ headers }: Pick<Visitor, 'headers'>) =>
    /filename="?([^";]+)/.exec(headers['content-disposition'] ?? '')?.[1] ?? '';

  const taken = new Map<File, Pick<Visitor, 'bytes' | 'headers' | 'path'>>();
  /** The public file as Ben gets it, asked for once. */
  async function takenByBen(file: File) {
    const { bytes, headers, path } = taken.get(file) ?? (await ben.visit(fileOf(file, 'public')));
    const known = { bytes, headers, path };
    taken.set(file, known);
    return known;
  }

  test('a reviewer reads the internal one, which says so on its face, and goes from it to the public one', async () => {
    await ben.visit(`${path}/report`);
    assert.match(ben.text(), /^INTERNAL: this may name confidential sources\. It stays at the desk\./);
    assert.match(ben.title(), /INTERNAL/);
    assert.match(ben.text(), /Papers of the quay.*confidential/);
    assert.deepEqual(await htmlProblems(ben.body), []);
    await ben.follow('The public report');
    assert.doesNotMatch(ben.text(), /INTERNAL/);
    assert.deepEqual(heldIn(ben, secrets), []);
    await ben.follow('CSV, evidence');
    assert.deepEqual([nameOf(ben), heldIn(ben, secrets)], ['claimdesk-1-draft-evidence.csv', []]);
    await ben.visit(`${path}/report?audience=public`);
    await ben.follow('The INTERNAL report');
    assert.match(ben.text(), /^INTERNAL/);
  });

  test('each internal file says so in its name, on its face, in a key, in a column', async () => {
    for (const file of INTERNAL_FILES) {
      await ben.visit(fileOf(file, 'internal'));
      const ending = file[0].replaceAll('.', '\\.');
      assert.match(nameOf(ben), new RegExp(`^claimdesk-1-draft-INTERNAL(-\\w+)?\\.${ending}$`), file.join());
      assert.match(unpacked(ben.bytes), /INTERNAL/, file.join());
    }
    await ben.visit(fileOf(['html', ''], 'internal'));
    assert.match(ben.body, /<p class="internal-face">INTERNAL/);
    assert.match(ben.body, /<title>INTERNAL/);
    assert.deepEqual(await htmlProblems(ben.body), []);
    assert.match((await ben.visit(fileOf(['md', ''], 'internal'))).body, /^\*\*INTERNAL: /);
    const { audience, audience_label } = (await ben.visit(fileOf(['json', ''], 'internal'))).json() as Record<
      string,
      string
    >;
    assert.deepEqual([audience, /^INTERNAL: /.test(audience_label ?? '')], ['internal', true]);
    for (const file of CSV_FILES) {
      const [head = '', ...rows] = (await ben.visit(fileOf(file, 'internal'))).body.trim().split('\r\n');
      assert.match(head, /,audience$/);
      assert.ok(rows.length > 0 && rows.every((row) => /,INTERNAL$/.test(row)), file.join());
    }
  });

  test('no byte of a public file tells of the source, whoever takes it: reviewer, guest or operator', async () => {
    for (const file of FILES) {
      const open = await takenByBen(file);
      assert.doesNotMatch(nameOf(open), /INTERNAL/);
      assert.deepEqual(heldIn(open, secrets), [], file.join());
      const [format, query] = file;
      const table = /table=(\w+)/.exec(query)?.[1];
      const written = await exportReport(desk.operator, told.article, { format, table });
      const bytes = await bytesOf(written);
      assert.deepEqual(heldIn({ bytes, headers: {}, path: written.file_name }, secrets), [], `operator ${file.join()}`);
    }
  });

  test('a guest gets the public one, to the byte, and not the other', async () => {
    for (const file of FILES) {
      const asked = `${path}/report.${file.join('')}`;
      const [own, name] = [(await dina.visit(asked)).bytes, nameOf(dina)];
      const open = await takenByBen(file);
      if (isTimeless(file)) assert.ok(open.bytes.equals(own), file.join());
      assert.equal(name, nameOf(open));
      if (!INTERNAL_FILES.includes(file)) continue;
      assert.equal((await dina.visit(fileOf(file, 'internal'))).status, 403);
      assert.match(dina.text(), /for the reviewers and editors of the desk and for Legal\. Use the public one\./);
    }
    assert.equal((await dina.visit(`${path}/report?audience=internal`)).status, 403);
    await assert.rejects(
      exportReport(desk.ctxOf('dina'), told.article, { format: 'json', audience: 'internal' }),
      Forbidden,
    );
  });

  test('what a guest reads on the page is what stands in the file', async () => {
    await dina.visit(`${path}/report`);
    const page = dina.within('main').text();
    await dina.visit(`${path}/report.html`);
    assert.equal(dina.within('main').text(), page);
  });

  test('the command line gives the public one unless it is told otherwise, and says which there are', async () => {
    const open = await exportReport(desk.operator, told.article, { format: 'json' });
    assert.equal(open.file_name, 'claimdesk-1-draft.json');
    const inside = await exportReport(desk.operator, told.article, { format: 'json', audience: 'internal' });
    assert.equal(inside.file_name, 'claimdesk-1-draft-INTERNAL.json');
    assert.ok(heldIn({ bytes: await bytesOf(inside), headers: {}, path: '' }, secrets).length > 10);
    await assert.rejects(
      exportReport(desk.operator, told.article, { format: 'json', audience: 'everybody' }),
      (error) => error instanceof RuleBroken && /Choose one of: internal, public/.test(error.message),
    );
    for (const audience of ['everybody', 'INTERNAL', '', 'internal&audience=public'])
      assert.equal((await ben.visit(`${path}/report.json?audience=${audience}`)).status, 404, audience);
  });

  test('lists of fixes and the log say it too, where they name the source, and hold it back where they do not', async () => {
    const fix = await askFix(desk.ctxOf('ben'), told.article, {
      old_words: 'It rained all week',
      new_words: 'It rained for a week',
      reason: `${MARKERS.contact} says so`,
      send_anyway: true,
    });
    assert.ok((await listFixes(desk.db, await idOf(desk, told.article))).some((one) => one.number === fix));
    for (const format of ['md', 'docx']) {
      await ben.visit(`${path}/fixes.${format}`);
      assert.deepEqual([nameOf(ben), heldIn(ben, secrets)], [`claimdesk-1-fixes.${format}`, []]);
      await ben.visit(`${path}/fixes.${format}?audience=internal`);
      assert.equal(nameOf(ben), `claimdesk-1-fixes-INTERNAL.${format}`);
      assert.equal((await dina.visit(`${path}/fixes.${format}?audience=internal`)).status, 403);
    }
    await ben.visit(`${path}/fixes.md?audience=internal`);
    assert.match(ben.body, /^\*\*INTERNAL/);
    assert.match(ben.body, /Ottoline Pemberwick says so/);
    await ben.visit(`${path}/fixes`);
    await ben.follow('INTERNAL list');
    assert.match(ben.text(), /^INTERNAL.*Ottoline Pemberwick says so/);
    await ben.follow('Word');
    assert.equal(nameOf(ben), 'claimdesk-1-fixes-INTERNAL.docx');
    await ben.visit(`${path}/log.jsonl`);
    assert.equal(nameOf(ben), 'claimdesk-1-log-INTERNAL.jsonl');
    assert.ok(
      ben.body
        .trim()
        .split('\n')
        .every((line) => JSON.parse(line).audience === 'internal'),
    );
    await dina.visit(`${path}/log.jsonl`);
    assert.equal(nameOf(dina), 'claimdesk-1-log.jsonl');
    assert.match(dina.body, /"held_back":"Held back: it names a confidential source\."/);
  });

  test('a brief line rests on the alias outside, and on the title inside', async () => {
    const ctx = desk.ctxOf('ben');
    await addEvidence(ctx, told.article, { number: 4, source_number: told.source });
    const html = async (audience: string) => (await ben.visit(`${path}/report.html?audience=${audience}`)).text();
    assert.match(await html('internal'), /Papers of the quay/);
    assert.match(await html('public'), /Source A/);
  });
});

async function idOf({ db }: NewsroomDesk, number: string): Promise<string> {
  return (await db.selectFrom('article').select('id').where('number', '=', Number(number)).executeTakeFirstOrThrow())
    .id;
}
