// A server knows when it has much to do, and when it has little to do again.
import assert from 'node:assert/strict';
import { Server } from 'node:http';
import { test } from 'node:test';
import { afterEachMinute } from '#src/http/at-ease.ts';

test('a server is at ease in the first quiet minute after much work, once, and is told of each minute of much work', (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  const server = new Server();
  let times = 0;
  let worked = 0;
  afterEachMinute(server, { ofEase: () => (times += 1), ofWork: () => (worked += 1) });
  const minuteOf = (requests: number) => {
    for (let count = 0; count < requests; count += 1) server.emit('request');
    t.mock.timers.tick(60_000);
    return times;
  };
  assert.equal(minuteOf(2), 0, 'nobody has asked much yet');
  assert.equal(minuteOf(400), 0, 'this is much work');
  assert.equal(minuteOf(12), 1, 'and this only asks whether the server is alive');
  assert.equal(minuteOf(12), 1);
  assert.deepEqual([minuteOf(200), minuteOf(200), minuteOf(29)], [1, 1, 2]);
  assert.equal(worked, 1);
  assert.deepEqual([minuteOf(300), worked, minuteOf(301), worked], [2, 2, 2, 3]);
});
