// The senders of trials/bodies.ts, in a process of their own: FLOOD PORT COOKIE SOCKETS, until told to end.
import { BODY_FLOODS, floodBodies, SLOW_FLOODS } from './body-floods.ts';

const [name = '', port = '', cookie = '', sockets = ''] = process.argv.slice(2);
const flood = { ...BODY_FLOODS, ...SLOW_FLOODS }[name];
let is_over = false;
let answers: Record<number, number> = {};
process.once('message', () => {
  is_over = true;
  // Whoever dawdles is not waited for.
  setTimeout(tell, 2_000);
});

function tell(): void {
  const said = Object.entries(answers).map(([status, count]) => `${count} × ${status === '0' ? 'cut off' : status}`);
  process.send?.(said.join(', ') || 'none yet');
  process.once('disconnect', () => process.exit());
}

while (flood && !is_over) {
  const round = await floodBodies(flood, { port: Number(port), cookie, sockets: Number(sockets), isOver: () => true });
  for (const [status, count] of Object.entries(round))
    answers = { ...answers, [status]: (answers[Number(status)] ?? 0) + count };
}
