// What stands in the log of requests, and of an address in it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import express from 'express';
import { type Level, pino } from 'pino';
import request from 'supertest';
import { logError, loggedPath, logRequests } from '#src/http/logging.ts';

async function linesAt(level: Level): Promise<Record<string, unknown>[]> {
  const lines: string[] = [];
  const log = pino({ level, base: null, timestamp: false }, { write: (line: string) => void lines.push(line) });
  const app = express().set('log', log).use(logRequests(log));
  app.get('/broken', (req, res) => {
    logError(req, { error_id: '7f' }, 'a request failed');
    res.sendStatus(500);
  });
  for (const path of ['/healthz', '/writer/s3cret?a=1', '/broken']) await request(app).get(path);
  return lines.map((line) => {
    const { responseTime, ...said } = JSON.parse(line);
    assert.equal(typeof responseTime, said.msg === 'answered' ? 'number' : 'undefined');
    return said;
  });
}

test('each answer is one line, a fault of ours two that belong together, and machines that ask whether it is up none', async () => {
  const req = { method: 'GET', path: '/broken' };
  const fault = { level: 50, reqId: 3, error_id: '7f', msg: 'a request failed' };
  const warned = { level: 40, reqId: 3, req, res: { status: 500 }, msg: 'answered' };
  const path = '/writer/(token)';
  const answered = { level: 30, reqId: 2, req: { ...req, path }, res: { status: 404 }, msg: 'answered' };
  assert.deepEqual(await linesAt('info'), [answered, fault, warned]);
  assert.deepEqual(await linesAt('warn'), [fault, warned]);
  assert.deepEqual(await linesAt('error'), [fault]);
});

import { paths } from '#src/paths.ts';

test('a token is struck out of the log however its path is spelt, since the desk answers to every spelling', () => {
  const every = Object.values(paths).filter((path) => path.includes(':token'));
  assert.ok(every.length >= 8);
  for (const path of [
    ...every.map((path) => path.replace(':token', 's3cret')),
    '/Facts/s3cret',
    '/writer/s3cret',
    '/Writer/s3cret',
    '/WRITER/s3cret/',
    '/Reset/s3cret?a=1',
    '/invitations/s3cret',
  ])
    assert.ok(!loggedPath(path).includes('s3cret'), loggedPath(path));
  assert.equal(loggedPath('/articles/1?words=a'), '/articles/1');
});
