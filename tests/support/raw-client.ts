// A client that says what it likes: heads and bodies to the byte over a socket.
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

export interface RawAnswer {
  status: number;
  head: string;
  body: string;
  /** Whether everything could be sent. */
  was_sent: boolean;
}

export interface RawRequest {
  /** `POST /sign-in` */
  line: string;
  headers: Record<string, string>;
  pieces?: Iterable<string | Buffer>;
}

/** Listens on a port of its own. */
export async function listenRaw(app: RequestListener): Promise<{ port: number; close: () => Promise<void> }> {
  const server: Server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async () => {
    server.close();
    server.closeAllConnections();
  };
  return { port: (server.address() as AddressInfo).port, close };
}

/** Sends the pieces as they are. The answer is what came until the desk closed the connection. */
export async function sendRaw(port: number, { line, headers, pieces = [] }: RawRequest): Promise<RawAnswer> {
  const socket = connect(port, '127.0.0.1');
  let [text, is_over, was_sent] = ['', false, true];
  socket.on('data', (data) => (text += data.toString()));
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve())).then(() => {
    is_over = true;
  });
  socket.on('error', () => undefined);
  const sent = { Host: 'desk.test', 'Sec-Fetch-Site': 'same-origin', Connection: 'close', ...headers };
  const lines = Object.entries(sent).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`${line} HTTP/1.1\r\n${lines.join('')}\r\n`);
  for (const piece of pieces) {
    if (is_over) was_sent = false;
    if (is_over) break;
    if (!socket.write(piece)) await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), closed]);
  }
  await closed;
  const [head = '', ...rest] = text.split('\r\n\r\n');
  return { status: Number(head.split(' ')[1] ?? 0), head, body: rest.join('\r\n\r\n'), was_sent };
}

/** Each piece as a chunk of a body whose length nobody says. */
export function* chunked(pieces: Iterable<string>): Generator<string> {
  for (const piece of pieces) yield `${Buffer.byteLength(piece).toString(16)}\r\n${piece}\r\n`;
  yield '0\r\n\r\n';
}

export const URLENCODED = 'application/x-www-form-urlencoded';
export const MULTIPART = 'multipart/form-data; boundary=B';

/** The parts of a multipart body, with its end. */
export function* parts(count: number, value: string, file_name?: string): Generator<string> {
  const file = file_name === undefined ? '' : `; filename="${file_name}"`;
  for (let index = 0; index < count; index += 1)
    yield `--B\r\nContent-Disposition: form-data; name="f${index}"${file}\r\n\r\n${value}\r\n`;
  yield '--B--\r\n';
}
