// A server's start runs without the optimizing compiler; a desk that is open has it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { tidyUp } from '#src/tidy-up.ts';

/** A bit of what the engine says of a function. */
const OPTIMIZED = 16;

test('what runs often is made faster once the desk is open, and not before', () => {
  // As scripts/preflight.cjs does it for a server.
  setFlagsFromString('--no-turbofan');
  setFlagsFromString('--allow-natives-syntax');
  const of_often_called = new Function(`const often = (count) => count + 1;
    %PrepareFunctionForOptimization(often);
    often(often(1));
    %OptimizeFunctionOnNextCall(often);
    often(3);
    return %GetOptimizationStatus(often);`) as () => number;
  setFlagsFromString('--no-allow-natives-syntax');
  assert.equal(of_often_called() & OPTIMIZED, 0);
  tidyUp();
  setFlagsFromString('--no-expose-gc');
  assert.equal(of_often_called() & OPTIMIZED, OPTIMIZED);
});
