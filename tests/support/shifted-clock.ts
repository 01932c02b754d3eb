// For `node --import`: the program's clock is off by the milliseconds in the file that CLOCK_SHIFT names.
// What is written into it later sets the clock of the running program.
import { readFileSync } from 'node:fs';

const MachineDate = Date;
const file = process.env.CLOCK_SHIFT ?? '';
let shift = 0;

function look(): void {
  shift = Number(readFileSync(file, 'utf8')) || 0;
}

class ShiftedDate extends MachineDate {
  constructor(...given: unknown[]) {
    if (given.length === 0) super(MachineDate.now() + shift);
    else super(...(given as [number]));
  }

  static override now(): number {
    return MachineDate.now() + shift;
  }
}

look();
setInterval(look, 20).unref();
globalThis.Date = ShiftedDate as DateConstructor;
