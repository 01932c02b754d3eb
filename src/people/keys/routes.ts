// HTTP routes for the keys with which a desk signs.
import { type Request, Router } from 'express';
import { handleForm } from '#src/http/handle-form.ts';
import { addressedNumber } from '#src/number-in.ts';
import { paths, url } from '#src/paths.ts';
import { getDeskToManage } from '../desk-store.ts';
import { requirePerson } from '../require-person.ts';
import { makeDeskKey } from './commands.ts';
import { publicKeyAsPem } from './desk-key.ts';
import { getPublicKey } from './store.ts';

export function keyRoutes(): Router {
  const router = Router();
  router.use(paths.desk_keys, requirePerson);
  handleForm(router, 'desk_keys', {
    page: ({ slug }) => url('desk', { slug }),
    command: ({ ctx, params }) => makeDeskKey(ctx, params.slug),
    notice: ({ number }) =>
      `Key ${number} is created. Tell those who check your reports its fingerprint; older signatures stay valid.`,
  });
  router.get(paths.desk_key_file, async (req: Request<{ slug: string; key: string }>, res) => {
    const { ctx } = res.locals;
    const { slug, key } = req.params;
    const desk = await getDeskToManage(ctx, slug);
    const { public_key } = await getPublicKey(ctx.db, desk.id, addressedNumber(key));
    res
      .attachment(`${desk.slug}-key-${key}.pem`)
      .type('application/x-pem-file')
      .set('Cache-Control', 'private, no-cache');
    res.send(publicKeyAsPem(public_key));
  });
  return router;
}
