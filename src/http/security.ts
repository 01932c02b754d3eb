// The headers every answer carries: what a browser may load, embed and tell others.
import type { Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';

/** Security headers. Everything comes from the desk itself; nothing inline runs; no other site may frame a page. */
export function securityHeaders(): RequestHandler {
  const headers = headersOf(
    helmet({
      contentSecurityPolicy: {
        // Not helmet's defaults: they allow inline styles, and upgrade-insecure-requests breaks a desk on plain http.
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'", 'data:'],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
          formAction: ["'self'"],
        },
      },
      // With no-referrer, browsers send `Origin: null` on plain http, and every form would be refused.
      referrerPolicy: { policy: 'same-origin' },
      xFrameOptions: { action: 'deny' },
      // Whether a host is https for ever is for its proxy to say.
      strictTransportSecurity: false,
    }),
  );
  return (_req, res, next) => {
    for (const [name, value] of headers) res.setHeader(name, value);
    next();
  };
}

/** They are the same on every answer, so that helmet is asked once. */
function headersOf(ask: ReturnType<typeof helmet>): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  const res = { setHeader: (name: string, value: string) => headers.set(name, value), removeHeader: () => {} };
  ask({} as Request, res as unknown as Response, (error) => {
    if (error) throw error;
  });
  return headers;
}
