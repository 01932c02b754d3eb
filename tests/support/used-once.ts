// The program used once, as the tests do: what Node then keeps of it is compiled as far as they call it.
import './lighter-dom.ts';
import './readers-here.ts';
import './threads-here.ts';
import '#src/stored-work.ts';
import { DEMO_PASSWORD } from '#src/demo/cast.ts';
import { lendTold, TOLD_AT } from '#tests/demo/told.ts';
import { startDesk } from './app.ts';
import { htmlProblems } from './valid-html.ts';
import { Visitor } from './visitor.ts';

const PAGES = [
  ...['/', '/articles', '/articles/new', '/sources', '/articles/1', '/articles/1/claims', '/articles/1/claims/4'],
  ...['/second-read', '/versions', '/log', '/fixes', '/contacts', '/accounts', '/legal', '/sign-off', '/report'].map(
    (page) => `/articles/1${page}`,
  ),
];

const desk = await startDesk({ lend: lendTold });
desk.at = TOLD_AT;
const ada = await new Visitor(desk.app).signIn('ada@newsroom.example', DEMO_PASSWORD);
for (const page of PAGES) {
  const { status } = await ada.visit(page);
  if (status !== 200) throw new Error(`${page} answered ${status}.`);
  ada.text();
}
await htmlProblems(ada.body);
await desk.close();
