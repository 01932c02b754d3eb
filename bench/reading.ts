// How fast and how good the reading is. Run: node bench/reading.ts [--judge FILE --data DIR]
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { reanchor } from '#src/reading/alignment/anchors.ts';
import { splitText } from '#src/reading/check-worthiness/split.ts';
import { sentencesOf } from '#src/reading/sentences/sentences.ts';

const MEGABYTE = 1e6;

/** Prose of a wire report; the numbers make every copy a little different. */
function report(number: number): string {
  return [
    `VIENNA (Agency) — At least ${number % 90} people were hurt on Tuesday when a ferry ran aground near Port Adair.`,
    `Port spokeswoman Ilse Maren said more than ${number} passengers had been taken ashore by 5.30 p.m. on the same day.`,
    '“It was late, and the light had failed,” she told reporters. “Nobody knew where the pier was. We had to wait.”',
    `According to the U.S. survey of ${1950 + (number % 70)}, the channel is 3.5 metres deep, the shallowest in the region.`,
    'Dr. M. K. Vail, who led the survey, called it a risk. But the company, Adair Lines Inc., denied that it had been warned.',
    'Why did it sail at all? The captain, a man of few words, did not say.',
  ].join(' ');
}

function prose(megabytes: number): string {
  const parts: string[] = [];
  for (let size = 0, number = 1; size < megabytes * MEGABYTE; number++) {
    const next = report(number);
    parts.push(next);
    size += next.length + 2;
  }
  return parts.join('\n\n');
}

function timed(work: () => void): number {
  const began = performance.now();
  work();
  return (performance.now() - began) / 1000;
}

function speeds(): { what: string; measured: string; wanted: string }[] {
  const small = prose(1);
  const large = prose(50);
  for (let round = 0; round < 3; round++) splitText(small);
  const sentences = timed(() => sentencesOf(large));
  const split = timed(() => splitText(small));
  const noise = Array.from({ length: 10 * MEGABYTE }, (_, at) => String.fromCharCode((at * 7919) % 251)).join('');
  const any = timed(() => sentencesOf(noise));
  const claims = sentencesOf(small)
    .slice(0, 4000)
    .filter((_, at) => at % 10 === 0);
  const anchors = timed(() => reanchor(small, small.replaceAll('pier', 'quay').replaceAll('hurt', 'injured'), claims));
  const perSecond = (megabytes: number, seconds: number) => `${(megabytes / seconds).toFixed(1)} MB/s`;
  return [
    { what: 'sentences, 50 MB', measured: perSecond(50, sentences), wanted: '10 MB/s' },
    { what: 'the whole split, 1 MB', measured: perSecond(1, split), wanted: '1 MB/s' },
    { what: 'sentences of 10 MB of any bytes', measured: `${any.toFixed(2)} s`, wanted: 'under 2 s' },
    { what: `${claims.length} claims anchored anew in 1 MB`, measured: `${anchors.toFixed(2)} s`, wanted: 'under 2 s' },
  ];
}

const { values } = parseArgs({ options: { judge: { type: 'string' }, data: { type: 'string' } } });
console.table(speeds());
if (values.judge && values.data) {
  const judged = spawnSync(process.execPath, [values.judge, values.data], { stdio: 'inherit' });
  process.exitCode = judged.status ?? 1;
} else {
  console.log('How good the reading is can only be told with labelled texts: add --judge FILE --data DIR.');
}
