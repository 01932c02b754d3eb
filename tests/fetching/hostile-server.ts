// A server on loopback that answers as hostile and broken servers do; the guard lets it through by name.
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

export interface HostileServer {
  readonly origin: string;
  /** As FETCH_ALLOW names it. */
  readonly allow: string[];
  /** How often each path was asked for. */
  readonly asked: Map<string, number>;
  close(): Promise<void>;
}

export const ARTICLE = `<!doctype html><html lang="en-GB"><head><title>Ferry late | Northern Wire</title>
<meta property="og:site_name" content="Northern Wire"><link rel="canonical" href="/ferry">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"The ferry was late again","author":{"@type":"Person","name":"L. Marsh"},"datePublished":"2026-03-12T16:40:00Z","publisher":{"@type":"Organization","name":"Northern Wire"}}</script>
</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>The ferry was late again</h1>
${[
  'The ferry to Vessel Bay was ninety minutes late on Sunday, the ninth delay this month, according to <a href="/harbour/log">the harbour log</a>, which anybody can read at the pier.',
  'More than 240 passengers waited in the hall, said Ines Korhal, who runs the kiosk there and has counted them since the winter.',
  'The company said that fog was the reason. The <a href="https://weather.example/march">weather office</a> recorded clear skies all morning over the whole of the bay.',
]
  .map((words) => `<p>${words}</p>`)
  .join('\n')}
</article><footer>All rights reserved. Subscribe to the letter.</footer></body></html>`;

/** Listens on a free port of loopback. `more` answers paths of a test's own. */
export async function startHostileServer(more: Record<string, RequestListener> = {}): Promise<HostileServer> {
  const asked = new Map<string, number>();
  const sockets = new Set<Socket>();
  const answers: Record<string, RequestListener> = { ...ANSWERS, ...more };
  const server = createServer((req, res) => {
    const path = (req.url ?? '/').split('?')[0] as string;
    asked.set(path, (asked.get(path) ?? 0) + 1);
    const answer = answers[path];
    if (answer) answer(req, res);
    else res.writeHead(404).end('nothing');
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    allow: [`127.0.0.1:${port}`],
    asked,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function sends(type: string, body: string | Buffer, headers: Record<string, string> = {}): RequestListener {
  return (_req, res) => res.writeHead(200, { 'Content-Type': type, ...headers }).end(body);
}

function sendsOn(location: string): RequestListener {
  return (_req, res) => res.writeHead(302, { Location: location }).end();
}

const HTML = 'text/html; charset=utf-8';

const ANSWERS: Record<string, RequestListener> = {
  '/ferry': sends(HTML, ARTICLE),
  '/packed': sends(HTML, gzipSync(ARTICLE), { 'Content-Encoding': 'gzip' }),
  '/moved': sendsOn('/moved-again'),
  '/moved-again': sendsOn('/ferry'),
  '/circle': sendsOn('/circle'),
  '/to-loopback': sendsOn('http://127.0.0.1:1/'),
  '/to-loopback-80': sendsOn('http://127.0.0.1/'),
  '/to-number': sendsOn('http://2130706433/'),
  '/to-mapped': sendsOn('http://[::ffff:127.0.0.1]/'),
  '/to-nat64': sendsOn('http://[64:ff9b::a00:1]/'),
  '/to-metadata': sendsOn('http://169.254.169.254/latest/meta-data/'),
  '/to-name': sendsOn('http://localhost/'),
  '/to-file': sendsOn('file:///etc/passwd'),
  '/to-nothing': sendsOn('http://'),
  '/drip': (_req, res) => {
    res.writeHead(200, { 'Content-Type': HTML });
    const drip = setInterval(() => res.write('a'), 50);
    res.on('close', () => clearInterval(drip));
  },
  '/silent': () => undefined,
  '/endless': (_req, res) => {
    res.writeHead(200, { 'Content-Type': HTML });
    const block = 'x'.repeat(100_000);
    const pour = () => {
      while (!res.destroyed && res.write(block));
      if (!res.destroyed) res.once('drain', pour);
    };
    pour();
  },
  '/short': (_req, res) => {
    res.writeHead(200, { 'Content-Type': HTML, 'Content-Length': '1000' });
    res.write('too little');
    setTimeout(() => res.destroy(), 20);
  },
  '/long': (req, res) => {
    res.writeHead(200).on('error', () => undefined);
    req.socket.end(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\n${'long '.repeat(100)}`);
  },
  '/bomb': (req, res) => sends(HTML, gzipSync(Buffer.alloc(8_000_000)), { 'Content-Encoding': 'gzip' })(req, res),
  '/not-packed': sends(HTML, 'plain', { 'Content-Encoding': 'gzip' }),
  '/odd-packing': sends(HTML, 'plain', { 'Content-Encoding': 'compress' }),
  '/empty': sends(HTML, ''),
  '/picture': sends('image/png', 'png'),
  '/forbidden': (_req, res) => res.writeHead(403).end('no'),
  '/broken': (_req, res) => res.writeHead(503).end('no'),
  '/garbled': (req) => req.socket.end('HTTP/9.9 what\r\n\r\n'),
  '/latin': sends('text/html; charset=iso-8859-1', Buffer.from(ARTICLE.replace('Vessel', 'Skagerrak-é'), 'latin1')),
  '/odd-charset': sends('text/html; charset=klingon', ARTICLE),
};
