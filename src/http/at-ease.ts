// Knows when a server that had much to do has little to do again.
import type { Server } from 'node:http';

const MINUTE = 60_000;
/** In a minute: what asks only whether a server is alive does so every few seconds. */
const FEW = 30;
/** Since it was at ease last: less leaves nothing that is worth the time. */
const MUCH = 300;

/** Does this after each minute of few requests that comes after many. */
export function whenAtEase(server: Server, work: () => void, minute = MINUTE): void {
  let in_minute = 0;
  let since = 0;
  server.on('request', () => {
    in_minute += 1;
  });
  const look = () => {
    since += in_minute;
    const is_at_ease = in_minute < FEW && since >= MUCH;
    in_minute = 0;
    if (!is_at_ease) return;
    since = 0;
    work();
  };
  setInterval(look, minute).unref();
}
