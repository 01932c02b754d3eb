// One way for a form: taken and led on, or the same page again with all that was typed.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Router } from 'express';
import { z } from 'zod';
import { Forbidden, GaveUp, NotFound, RuleBroken, StaleEdit, TooLarge } from '#src/errors.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { hidden, line, optionalText, wholeNumber } from '#src/http/form-fields.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { url } from '#src/paths.ts';
import { startDesk, type TestDesk } from '#tests/support/app.ts';
import { Visitor } from '#tests/support/visitor.ts';

const REFUSALS: Record<string, () => Error> = {
  field: () => new RuleBroken('That name is taken.', 'name'),
  unseen: () => new RuleBroken('That was before your time.', 'revision'),
  elsewhere: () => new RuleBroken('A field of another form.', 'colour'),
  state: () => new RuleBroken('The claim is done.'),
  large: () => new TooLarge('That is too long.', 'name'),
  gave_up: () => new GaveUp(),
  forbidden: () => new Forbidden('Editors do that.'),
  gone: () => new NotFound(),
  stale: () => new StaleEdit({ name: 'mine' }, { name: 'theirs' }),
};

const schema = z.object({
  name: line(20, 'Give it a name.'),
  revision: hidden(wholeNumber(1, 9, 'Open the page again.')),
  remark: optionalText(100),
  password: z.string().optional(),
});

/** A form at an address to which the desk itself has none. */
function trialForm(): Router {
  const routes = Router();
  handleForm(routes, 'styleguide', {
    name: 'trial',
    load: async ({ req }) => {
      if (req.query.of === 'another desk') throw new NotFound();
      return `claim ${req.query.of}`;
    },
    schema,
    command: async ({ value, found }) => {
      const refusal = REFUSALS[value.name];
      if (refusal) throw refusal();
      return `${value.name} of ${found}`;
    },
    notice: (done) => `Stored: ${done}.`,
    redirect: (done) => url('styleguide', {}, { done }),
    reshow: ({ res, found }, refused) => {
      res.status(refused.status).json({ found, ...refused });
    },
  });
  return routes;
}

/** The same address as a button: no fields that anybody typed, no page of its own to show again. */
function trialButton(): Router {
  const routes = Router();
  handleForm(routes, 'styleguide', {
    schema,
    command: async () => {
      throw new RuleBroken('That name is taken.', 'name');
    },
  });
  return routes;
}

const GOOD = { name: ' Quay ', revision: '3' };

describe('a form', () => {
  let desk: TestDesk;
  let visitor: Visitor;
  before(async () => {
    desk = await startDesk(undefined, { more: [trialForm()] });
    visitor = new Visitor(desk.app);
  });
  after(() => desk.close());

  const send = (fields: Record<string, string>, of = '7') => visitor.send(`/styleguide?of=${of}`, fields);

  test('that is taken leads on, with its notice, by a redirect that is got', async () => {
    await send(GOOD);
    assert.equal(visitor.status, 200);
    assert.equal(visitor.path, '/styleguide?done=Quay+of+claim+7');
    assert.equal(visitor.notice(), 'Stored: Quay of claim 7.');
  });

  test('that cannot be read comes back whole, but for passwords, and says which of the page it was', async () => {
    await send({ name: '', revision: 'x', password: 'secret', other: 'kept' });
    assert.equal(visitor.status, 422);
    assert.deepEqual(visitor.json(), {
      found: 'claim 7',
      errors: [
        { field: '', message: 'Open the page again.' },
        { field: 'name', message: 'Give it a name.' },
      ],
      typed: { name: '', revision: 'x', other: 'kept' },
      status: 422,
      failed_form: 'trial',
    });
  });

  test('that breaks a rule comes back with the rule at its field; one nobody sees is said of the whole form', async () => {
    const cases: [name: string, status: number, field: string][] = [
      ['field', 422, 'name'],
      ['unseen', 422, ''],
      ['elsewhere', 422, ''],
      ['gave_up', 422, ''],
      ['large', 413, 'name'],
    ];
    for (const [name, status, field] of cases) {
      await send({ name, revision: '3' });
      assert.equal(visitor.status, status, name);
      const { errors, typed } = visitor.json() as RefusedForm;
      assert.deepEqual(
        errors.map((error) => error.field),
        [field],
        name,
      );
      assert.deepEqual(typed, { name, revision: '3' }, name);
    }
  });

  test('that meets a rule of the state, a stale edit or a missing permission gets the page for it, with what was typed', async () => {
    for (const [name, status] of [
      ['state', 409],
      ['stale', 409],
      ['forbidden', 403],
      ['gone', 404],
    ] as const) {
      await send({ name, revision: '3', remark: 'Written <with> care.', password: 'secret', other: 'unasked' });
      assert.equal(visitor.status, status, name);
      assert.equal(visitor.text().includes('What you typed'), status !== 404, name);
      assert.equal(visitor.text().includes('Remark Written <with> care.'), status !== 404, name);
      for (const unseen of ['secret', 'unasked', 'Revision']) assert.ok(!visitor.text().includes(unseen), unseen);
    }
  });

  test('about something that is not there is not even read', async () => {
    await send({}, 'another desk');
    assert.equal(visitor.status, 404);
  });
});

test('a button whose fields are wrong, or whose rule says no, gets the page of refusals', async (t) => {
  const desk = await startDesk(undefined, { more: [trialButton()] });
  t.after(() => desk.close());
  const visitor = new Visitor(desk.app);
  await visitor.send('/styleguide', {});
  assert.equal(visitor.status, 409);
  assert.match(visitor.text(), /This must be|Open the page again\. Nothing was changed\./);
  await visitor.send('/styleguide', GOOD);
  assert.equal(visitor.status, 409);
  assert.match(visitor.text(), /That name is taken\. Nothing was changed\./);
  assert.ok(!visitor.text().includes('What you typed'));
});
