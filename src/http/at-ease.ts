// Knows each minute whether a server has much to do, and when it has little to do again.
import type { Server } from 'node:http';

const MINUTE = 60_000;
/** In a minute: what asks only whether a server is alive does so every few seconds. */
const FEW = 30;
/** Since it was at ease last: less leaves nothing that is worth the time. */
const MUCH = 300;

/** Does the one after each minute of few requests that comes after many, and the other after each minute of many. */
export function afterEachMinute(
  server: Server,
  { ofEase, ofWork }: { ofEase: () => void; ofWork: () => void },
  minute = MINUTE,
): void {
  let in_minute = 0;
  let since = 0;
  server.on('request', () => {
    in_minute += 1;
  });
  const look = () => {
    since += in_minute;
    const is_at_ease = in_minute < FEW && since >= MUCH;
    const has_worked = in_minute >= MUCH;
    in_minute = 0;
    if (has_worked) ofWork();
    if (!is_at_ease) return;
    since = 0;
    ofEase();
  };
  setInterval(look, minute).unref();
}
