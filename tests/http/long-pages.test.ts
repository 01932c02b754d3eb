// Views that are filled in with turns for others in between: all can be, and say the same.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { projectFolder } from '#src/http/project-folder.ts';
import { renderInTurns, renderTemplate, templateInTurns } from '#src/http/templates.ts';

const VIEWS = readdirSync(projectFolder('views'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ejs'))
  .map((name) => name.slice(0, -4));

test('every view can be: none says markup in a function of its own', () => {
  assert.ok(VIEWS.length > 50);
  for (const view of VIEWS) assert.doesNotThrow(() => templateInTurns(view), view);
});

test('parts and loops say the same as at one go', async () => {
  const shelf = { label: 'To read', formats: [{ purpose: 'to read', files: [{ label: 'A < B', url: '/a' }] }] };
  const field = { name: 'why', label: 'Why', type: 'ticks', options: [{ value: 1, label: 'One' }], value: ['1'] };
  for (const [view, page] of [
    ['reports/_files', { shelves: [shelf, shelf] }],
    ['shared/_field', { field }],
  ] as const)
    assert.equal(String(await renderInTurns(view, page)), String(renderTemplate(view, page)), view);
  assert.match(String(await renderInTurns('reports/_files', { shelves: [shelf] })), /A &lt; B/);
});
