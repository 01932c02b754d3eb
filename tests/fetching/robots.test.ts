// What a site asks robots to leave alone, as RFC 9309 has it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { robotsAllow } from '#src/fetching/robots.ts';

const allowed = (file: string, path: string) => robotsAllow(file, new URL(path, 'https://wire.example'));

test('the longest rule of the group that names us counts, else that of everybody; nothing asked is nothing forbidden', () => {
  const file =
    'User-agent: *\nDisallow: /\n\nUser-agent: other\nUser-agent: ClaimDesk/2.0 # us\nDisallow: /private/ # x\nAllow: /private/open\nDisallow:\n';
  assert.deepEqual(
    ['/', '/private/a', '/private/open/b', '/robots.txt'].map((path) => allowed(file, path)),
    [true, false, true, true],
  );
  assert.equal(allowed('User-agent: *\nDisallow: /a\nUser-agent: other\nDisallow: /', '/b'), true);
  assert.equal(allowed('User-agent: *\nDisallow: /a\n\nUser-agent: *\nDisallow: /b', '/b'), false);
  assert.equal(allowed('User-agent: *\nDisallow: /a\nAllow: /a', '/a'), true);
  for (const nothing of ['', '<!doctype html><p>Disallow: /', 'Disallow: /', 'User-agent: *\nDisallow:'])
    assert.equal(allowed(nothing, '/a'), true, nothing);
});

test('stars, ends, questions and letters in any spelling are understood, and no pattern takes long', () => {
  const forbids = (rule: string, path: string) => !allowed(`\uFEFFuser-agent : *\r\ndisallow : ${rule}`, path);
  assert.ok(forbids('/*.pdf$', '/a/b.pdf'));
  assert.ok(!forbids('/*.pdf$', '/a/b.pdf?x'));
  assert.ok(forbids('/a*b*c', '/axxbxxc/d'));
  assert.ok(!forbids('/a$', '/ab'));
  assert.ok(forbids('/*?page=', '/list?page=2'));
  assert.ok(forbids('/z\u00fcrich', '/Z\u00fcrich'.toLowerCase()));
  assert.ok(forbids('/a%2fb', '/a%2Fb'));
  assert.ok(forbids('/%61', '/a'));
  const began = performance.now();
  allowed(`User-agent: *\n${`Disallow: /${'*a'.repeat(200)}b$\n`.repeat(4000)}`, `/${'a'.repeat(2000)}`);
  assert.ok(performance.now() - began < 2000);
});
