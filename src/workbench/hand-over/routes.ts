// HTTP routes for handing one's open claims over.
import { Router } from 'express';
import { counted } from '#src/counted.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { renderPage } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { requirePerson } from '#src/people/require-person.ts';
import { handOverMine } from './commands.ts';
import { handOverForm, handOverIn } from './forms.ts';
import { handOverPage, sayInHand } from './page.ts';

export function handOverRoutes(): Router {
  const routes = Router();
  routes.use(paths.hand_over, requirePerson);
  routes.get(paths.hand_over, async (req, res) => {
    renderPage(res, 'workbench/hand-over', await handOverPage(res.locals.ctx, req.query));
  });
  handleForm(routes, 'hand_over', {
    schema: handOverForm,
    command: ({ ctx, value }) => handOverMine(ctx, handOverIn(value)),
    notice: ({ articles, name, ...done }) =>
      `${sayInHand([done])}, in ${counted(articles, 'article')}, handed over to ${name}.`,
    redirect: () => url('home'),
    reshow: async ({ ctx, res }, refused) =>
      renderPage(res, 'workbench/hand-over', { ...(await handOverPage(ctx)), ...refused }, { status: refused.status }),
  });
  return routes;
}
