// The page that describes report.json names every key that is in it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { getArticle } from '#src/articles/store.ts';
import { projectFolder } from '#src/http/project-folder.ts';
import { buildReport } from '#src/reports/build.ts';
import { onSqlite } from '#tests/support/engines.ts';
import { HALF_CHECKED } from './half-checked.ts';

onSqlite((engine) => {
  it('docs/report-json.md knows every key of report.json', async () => {
    const newsroom = await HALF_CHECKED.open(engine);
    const { id } = newsroom;
    const ctx = newsroom.ctxOf('dina');
    const page = readFileSync(projectFolder('docs/report-json.md'), 'utf8');
    const missing = keysIn(await buildReport(ctx, await getArticle(ctx, id))).filter(
      (key) => ![`\`${key}\``, `"${key}"`].some((quoted) => page.includes(quoted)),
    );
    assert.deepEqual(missing, []);
  });
});

function keysIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(keysIn);
  return [...new Set(Array.isArray(value) ? inner : [...Object.keys(value), ...inner])];
}
