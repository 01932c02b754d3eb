// How long each page and file of a report takes, and signing, and how long it holds everybody else up.
// Run: node bench/report-files.ts [--claims 200] [--times 3] [--only WORDS]
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { measureReports } from './report-holds.ts';

const { values } = parseArgs({
  options: {
    claims: { type: 'string', default: '200' },
    times: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
  },
});
const { only } = values;
const rows = await measureReports({ claims: Number(values.claims), times: Number(values.times), only });
const load = loadavg().map((one) => one.toFixed(1));
console.log(
  `${values.claims} claims; ${availableParallelism()} processors, load ${load.join(' ')}; milliseconds, first and again. ` +
    'Asked over HTTP; "processor" and "held" are of the thread of the desk alone, "by clock" is whatever else ran, too.',
);
console.table(
  rows.map(({ asked, status, kB, ms, processor, held, held_by_clock }) => ({
    asked,
    status,
    kB,
    ms: ms.join(' '),
    processor: processor.join(' '),
    held: held.join(' '),
    'by clock': held_by_clock.join(' '),
  })),
);
process.exit();
