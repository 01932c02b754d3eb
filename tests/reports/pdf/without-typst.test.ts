// A machine for which Typst is not made says so, and crashes nothing.
import assert from 'node:assert/strict';
import { registerHooks } from 'node:module';
import { test } from 'node:test';
import { RuleBroken } from '#src/errors.ts';
import { bytesIn } from '#src/reports/pdf/make-pdf.ts';
import { piecesOf } from '#src/reports/pdf/pdf.worker.ts';

test('where Typst cannot be loaded, the answer is a sentence with a way out', async (t) => {
  const hooks = registerHooks({
    resolve: (name, context, next) => {
      if (name.startsWith('@myriaddreamin/')) throw new Error('Cannot find native binding.');
      return next(name, context);
    },
  });
  // Other files of this process set PDFs.
  t.after(() => hooks.deregister());
  const { value: answer } = await piecesOf({ bytes: Buffer.from('{}'), seal: undefined, questions: [] }).next();
  assert.ok(answer && 'missing' in answer);
  assert.throws(
    () => bytesIn(answer),
    (error) => error instanceof RuleBroken && /Take the HTML file and print it/.test(error.message),
  );
});
