// The headers every answer carries: what a browser may load, embed and tell others.
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Security headers. Everything comes from the desk itself; nothing inline runs; no other site may frame a page. */
export function securityHeaders(): RequestHandler {
  return helmet({
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
  });
}
