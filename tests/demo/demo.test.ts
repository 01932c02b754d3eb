// The demo as somebody starts it.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { sqliteFileOf } from '#src/database/sqlite-file.ts';
import { claimdesk, freshFolder } from '#tests/cli/support.ts';
import { HOUSE } from '#tests/house-rules/source-files.ts';
import { startProgram } from '#tests/support/program.ts';

const SECONDS = 1000;

async function startDemo(data_dir: string) {
  const program = startProgram(join(HOUSE, 'src/cli.ts'), ['demo'], {
    DATA_DIR: data_dir,
    DATABASE_URL: '',
    HOST: '',
    PORT: '0',
  });
  let printed = '';
  program.process.stdout?.on('data', (data) => {
    printed += data;
  });
  await program.said('Ctrl-C ends it');
  const origin = /open at (http:\/\/127\.0\.0\.1:\d+)\//.exec(printed)?.[1] ?? '';
  return { program, origin, printed };
}

/** A browser's cookie after signing in, or no cookie. */
async function cookieOf(origin: string, email: string, password: string): Promise<string> {
  const answer = await fetch(`${origin}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Sec-Fetch-Site': 'same-origin' },
    body: new URLSearchParams({ email, password }),
  });
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

test('the demo answers in time, and Ben, Ada and Emil find in it what the terminal says', {
  timeout: 60 * SECONDS,
}, async (t) => {
  const { program, origin, printed } = await startDemo(await freshFolder());
  t.after(() => program.kill());
  const password = /password {2}(.+)/.exec(printed)?.[1] ?? '';
  for (const name of ['ada', 'ben', 'cleo', 'dina', 'emil', 'frida'])
    assert.match(printed, new RegExp(`${name}@newsroom\\.example`));
  const read = async (name: string, path: string) => {
    const cookie = await cookieOf(origin, `${name}@newsroom.example`, password);
    const answer = await fetch(origin + path, { headers: { cookie } });
    return { status: answer.status, text: await answer.text() };
  };
  const workbench = await read('ben', '/articles/1');
  assert.equal(workbench.status, 200);
  for (const words of ['Gunmen storm Veshtar', 'accounts differ', 'needs a recording'])
    assert.ok(workbench.text.includes(words), words);
  const report = await read('dina', '/articles/1/report');
  assert.match(report.text, /448 escaped, not 480/);
  assert.equal((await read('emil', '/articles/1')).status, 404);
  assert.equal((await read('emil', '/articles/3')).status, 200);
  assert.match((await read('dina', '/articles/2/reports/1')).text, /Signed by Ada Lind/);
  assert.match((await read('dina', '/articles/2/report')).text, /It now says “built in 1991”/);
  assert.match((await read('frida', '/articles/2/legal')).text, /May stand as it is/);
});

test('it never begins anew over a database that is somebody’s work', async () => {
  const data_dir = await freshFolder();
  await claimdesk(['desk', 'add', 'City desk'], { data_dir });
  const { code, err } = await claimdesk(['demo'], { data_dir, env: { PORT: '0' } });
  assert.equal(code, 1);
  assert.match(err, /holds a database that is not the demo’s/);
  assert.match((await claimdesk(['desk', 'list'], { data_dir })).out, /City desk/);
});

test('it refuses a DATABASE_URL and every address but this machine’s own', async () => {
  const data_dir = await freshFolder();
  await writeFile(join(data_dir, 'this-is-the-demo.txt'), '');
  const url = await claimdesk(['demo'], { data_dir, env: { DATABASE_URL: 'postgres://desk@db.example/desk' } });
  assert.deepEqual([url.code, url.out], [1, '']);
  assert.match(url.err, /never touches the one in DATABASE_URL/);
  for (const HOST of ['0.0.0.0', '::', '127.example.org']) {
    const { code, err } = await claimdesk(['demo'], { data_dir, env: { HOST } });
    assert.equal(code, 1, HOST);
    assert.match(err, /answers on this machine only/);
  }
  assert.equal(existsSync(sqliteFileOf(data_dir)), false);
});
