// Passwords: what is kept of them, and which are taken.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { whyNotPassword } from '#src/people/password-rules.ts';
import { hashPassword, isOutdated, isPassword, setHashingCost } from '#src/people/passwords.ts';
import { LITTLE } from '#tests/support/app.ts';

const ada = { email: 'ada.lind@newsroom.example', display_name: 'Ada Lind, Foreign' };
const password = 'ink before the presses roll';

describe('a password as it is kept', () => {
  before(() => setHashingCost());
  after(() => setHashingCost(LITTLE));

  test('is an argon2id PHC string with its parameters, salted anew each time', async () => {
    const stored = await hashPassword(password);
    assert.match(stored, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    assert.notEqual(stored, await hashPassword(password));
    assert.equal(await isPassword(password, stored), true);
    assert.equal(await isPassword(`${password}.`, stored), false);
  });

  test('is known again with the parameters it was made with, and said to be outdated', async () => {
    const old = await hashPassword(password, { memory: 8192, passes: 1, parallelism: 1 });
    assert.equal(await isPassword(password, old), true);
    assert.equal(isOutdated(old), true);
    assert.equal(isOutdated(await hashPassword(password)), false);
  });

  test('is the same however the keyboard writes an accent', async () => {
    const stored = await hashPassword('caf\u00e9 noir vor Tagesanbruch');
    assert.equal(await isPassword('cafe\u0301 noir vor Tagesanbruch', stored), true);
  });

  test('where nobody has one, it is as slow to be refused', async () => {
    const started = performance.now();
    assert.equal(await isPassword(password, null), false);
    assert.ok(performance.now() - started > 5, 'nothing was hashed');
  });
});

describe('a chosen password', () => {
  test('of fifteen characters or more is taken, with no rule about signs', () => {
    for (const good of ['fifteen letters', password, 'الصحافة قبل الفجر', `${'x'.repeat(199)}y`])
      assert.equal(whyNotPassword(good, ada), null, good);
  });

  test('is refused with a sentence where it is short, endless, repeated, or known to all', () => {
    assert.match(whyNotPassword('fourteen chars', ada) ?? '', /14 of the 15/);
    assert.match(whyNotPassword(`${'ab'.repeat(100)}c`, ada) ?? '', /201 characters/);
    assert.match(whyNotPassword('a'.repeat(20), ada) ?? '', /again and again/);
    assert.match(whyNotPassword('Ada.Lind@Newsroom.example', ada) ?? '', /address/);
    assert.match(whyNotPassword('ada lind,  foreign', ada) ?? '', /name/);
  });
});
