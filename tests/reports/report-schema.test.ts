// The schemas of both reports: published as they are in the code, and refusing whatever is more.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { getArticle } from '#src/articles/store.ts';
import { projectFolder } from '#src/http/project-folder.ts';
import { buildInternalReport, buildPublicReport } from '#src/reports/build.ts';
import { writeReportFile } from '#src/reports/files.ts';
import type { InternalReport, PublicReport } from '#src/reports/report.ts';
import { publishedSchemas } from '#src/reports/schema/json-schema.ts';
import { assertPublic } from '#src/reports/schema/public-schema.ts';
import { toldDesk } from '#tests/sources/held-back/told-desk.ts';
import type { NewsroomDesk } from '#tests/support/newsroom.ts';
import { bytesOf } from '#tests/support/outgoing-bytes.ts';
import { HALF_CHECKED, type HalfChecked } from './half-checked.ts';

it('docs has the schemas as the code has them (node tests/support/record-report-schemas.ts writes them)', () => {
  for (const [name, text] of publishedSchemas())
    assert.equal(readFileSync(projectFolder(`docs/${name}`), 'utf8'), text, name);
});

describe('what is written', () => {
  let newsroom: NewsroomDesk & HalfChecked;
  const articles: (string | number)[] = [];
  before(async () => {
    newsroom = await HALF_CHECKED.start();
    articles.push(newsroom.id, (await toldDesk(newsroom)).article);
  });

  after(() => newsroom.close());

  const internal = async (id: string | number): Promise<InternalReport> => {
    const ben = newsroom.ctxOf('ben');
    return buildInternalReport(ben, await getArticle(ben, id));
  };
  const open = async (id: string | number): Promise<PublicReport> => {
    const dina = newsroom.ctxOf('dina');
    return buildPublicReport(dina, await getArticle(dina, id));
  };

  it('every report.json is of the schema that it names', async () => {
    const ajv = new Ajv2020({ allErrors: true });
    for (const text of publishedSchemas().values()) ajv.addSchema(JSON.parse(text));
    const ben = newsroom.ctxOf('ben');
    for (const id of articles)
      for (const audience of ['internal', 'public'] as const) {
        const file = await writeReportFile(ben, await getArticle(ben, id), { format: 'json', audience });
        const report = JSON.parse(String(await bytesOf(file)));
        const validate = ajv.getSchema(report.$schema);
        assert.ok(validate, report.$schema);
        assert.ok(validate(report), JSON.stringify(validate.errors?.slice(0, 5)));
      }
  });

  it('the internal report, called public, is refused, and so is each of its findings', async () => {
    for (const id of articles) {
      const [inside, outside] = [await internal(id), await open(id)];
      assert.throws(() => assertPublic(inside as unknown as PublicReport), /would hold more than it may/);
      assert.throws(() => assertPublic({ ...inside, ...outside }), /queries/);
      assert.throws(
        () => assertPublic({ ...outside, findings: inside.findings as unknown as PublicReport['findings'] }),
        /findings/,
      );
      assert.doesNotThrow(() => assertPublic(outside));
    }
  });

  it('a confidential source with one field more is refused, wherever it stands', async () => {
    const report = await open(articles[1] as number);
    const withSource = report.findings.find((one) => one.evidence.some((use) => !('source' in use)));
    const use = withSource?.evidence.find((one) => !('source' in one));
    assert.ok(withSource && use);
    assert.deepEqual(Object.keys(use).sort(), ['alias', 'grade', 'is_confidential', 'public_reason', 'stance', 'type']);
    for (const field of [
      'title',
      'url',
      'publisher',
      'author',
      'contact',
      'passage',
      'place',
      'note',
      'sha256',
      'number',
    ]) {
      const more = { ...use, [field]: 'x' };
      const findings = report.findings.map((one) => (one === withSource ? { ...one, evidence: [more] } : one));
      assert.throws(() => assertPublic({ ...report, findings }), /would hold more than it may/, field);
    }
  });
});
