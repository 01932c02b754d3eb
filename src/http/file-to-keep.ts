// The head of an answer that is a file from outside, which browsers keep and never open.
import type { Response } from 'express';

/** Nothing of it runs, no cache keeps it. The type is set behind the name, whose ending would choose one of its own. */
export function asFileToKeep(res: Response, { name, media_type }: { name: string; media_type: string }): void {
  res.attachment(name);
  res.set({ 'Content-Type': media_type, 'X-Content-Type-Options': 'nosniff' });
  res.set({ 'Cache-Control': 'private, no-store', 'Content-Security-Policy': "sandbox; default-src 'none'" });
}
