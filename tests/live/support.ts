// Somebody whose page of an article listens: the stream as a browser opens it, event by event.
import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LiveState } from '#src/live/gather-state.ts';

export interface Listener {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  /** What was told last. */
  readonly state: LiveState | undefined;
  /** The names of all events so far, and `closed` where the desk ended the stream. */
  readonly events: string[];
  /** Resolves once this holds, looked at after each event; rejects after four seconds. */
  until(holds: (listener: Listener) => boolean): Promise<Listener>;
  close(): void;
}

/** Opens a stream, with the cookies of a visitor. */
export function listenTo(
  origin: string,
  path: string,
  { cookies, headers = {} }: { cookies: ReadonlyMap<string, string> | string; headers?: Record<string, string> },
): Promise<Listener> {
  const Cookie = typeof cookies === 'string' ? cookies : [...cookies].map((pair) => pair.join('=')).join('; ');
  const { promise, resolve, reject } = Promise.withResolvers<Listener>();
  const request: ClientRequest = get(
    `${origin}${path}`,
    { agent: false, headers: { Accept: 'text/event-stream', Cookie, ...headers } },
    (answer) => resolve(listening(request, answer)),
  );
  request.on('error', reject);
  return promise;
}

function listening(request: ClientRequest, answer: IncomingMessage): Listener {
  const looks = new Set<() => void>();
  let text = '';
  const listener = {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    state: undefined as LiveState | undefined,
    events: [] as string[],
    close: () => request.destroy(),
    until: (holds: (listener: Listener) => boolean) => {
      const { promise, resolve, reject } = Promise.withResolvers<Listener>();
      const fail = () => reject(new Error(`It never came: ${JSON.stringify([listener.events, listener.state])}`));
      const timer = setTimeout(fail, 4000);
      const look = () => {
        if (!holds(listener)) return;
        clearTimeout(timer);
        looks.delete(look);
        resolve(listener);
      };
      looks.add(look);
      look();
      return promise;
    },
  };
  const note = (name: string) => {
    listener.events.push(name);
    for (const look of looks) look();
  };
  answer.on('data', (data) => {
    const blocks = (text + data).split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const name = /^event: (.+)$/m.exec(block)?.[1];
      if (name === 'state') listener.state = JSON.parse(/^data: (.+)$/m.exec(block)?.[1] ?? 'null');
      if (name !== undefined) note(name);
    }
  });
  answer.on('close', () => note('closed'));
  answer.on('error', () => undefined);
  return listener;
}

export function originOf(server: { address(): unknown }): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
