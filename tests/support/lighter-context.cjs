// Which test a piece of work belongs to, told by the context that Node carries along, not by watching each promise.
//
// node:test notes for every promise of the process whose test it is, and forgets it when the promise is collected: a tenth of
// all that the tests take. Node carries a value along from callback to callback at hardly any cost, so the runner's question
// is answered from there. What it does with the answer (parents of tests, whose error it was) stays its own.
const hooks = require('node:async_hooks');

const { AsyncLocalStorage, AsyncResource, createHook, executionAsyncId } = hooks;
const current = new AsyncLocalStorage();
let noteTest;

// The first to ask is the runner, before any test is there.
hooks.createHook = (callbacks) => {
  if (noteTest !== undefined) return createHook(callbacks);
  noteTest = callbacks.init;
  const nothing = { enable: () => nothing, disable: () => nothing };
  return nothing;
};

hooks.executionAsyncId = () => current.getStore() ?? executionAsyncId();

const { runInAsyncScope } = AsyncResource.prototype;
AsyncResource.prototype.runInAsyncScope = function (work, subject, ...given) {
  // Of all resources only tests and suites have subtests.
  if (noteTest === undefined || !('subtests' in this)) return runInAsyncScope.call(this, work, subject, ...given);
  const id = this.asyncId();
  noteTest(id, 'Test', 0, this);
  return runInAsyncScope.call(this, () => current.run(id, () => work.apply(subject, given)));
};
