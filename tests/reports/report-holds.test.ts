// The short version of bench/report-files.ts: every page and file of a report answers, and signing signs.
// Waits for most of its time.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { REPORT_FORMATS } from '#src/reports/formats/register.ts';
import { type HeldRow, measureReports } from '../../bench/report-holds.ts';

describe('what the bench of reports asks for', () => {
  let rows: HeldRow[];
  before(async () => {
    rows = await measureReports({ claims: 9, times: 2 });
  });

  test('is answered, each time', () => {
    const answers = rows.map(({ asked, status }) => [asked, status]);
    assert.deepEqual(
      answers,
      rows.map(({ asked }) => [asked, asked === 'signing a report' ? 303 : 200]),
    );
  });

  test('is every format of the register, the pages of sign-off and of what is signed', () => {
    const asked = new Set(rows.map((row) => row.asked));
    for (const { name } of REPORT_FORMATS) assert.ok(asked.has(name), name);
    for (const page of ['report, internal', 'report, public', 'sign-off', 'signing a report', 'reports'])
      assert.ok(asked.has(page), page);
    for (const page of ['report 1, internal', 'report 1, public', 'report 1, pdf']) assert.ok(asked.has(page), page);
  });
});
