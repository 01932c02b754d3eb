// An old Node is told in two sentences, before anything else is loaded.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';

const PREFLIGHT = join(import.meta.dirname, '../../scripts/preflight.cjs');

function startAs(version: string): { status: number | null; stderr: string } {
  const pretend = `Object.defineProperty(process.versions, 'node', { value: '${version}' }); require(${JSON.stringify(PREFLIGHT)});`;
  return spawnSync(process.execPath, ['--eval', pretend], { encoding: 'utf8' });
}

for (const version of ['0.10.48', '18.20.0', '20.20.2', '24.14.9'])
  test(`Node ${version} is sent away with two sentences`, () => {
    const { status, stderr } = startAs(version);
    assert.equal(status, 1);
    assert.match(
      stderr,
      new RegExp(`^Claimdesk needs Node 24.15 or newer, and this is Node ${version}\\.\nRun "npm ci".*\\.\n$`),
    );
  });

for (const version of ['24.15.0', '24.21.0', '25.0.0', '26.1.0'])
  test(`Node ${version} is let in`, () => {
    assert.deepEqual(startAs(version).status, 0);
  });
