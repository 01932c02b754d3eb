// HTTP routes for what sheets suggest for a claim: taking, dismissing, suggesting it again.
import { Router } from 'express';
import { handleForm } from '#src/http/handle-form.ts';
import { claimPage } from '#src/paths.ts';
import { dismissEntry, type EntryTaken, restoreEntry, takeEntry } from './commands.ts';

export function sheetEntryRoutes(): Router {
  const routes = Router();
  const page = ({ id, number }: { id: string; number: string }) => `${claimPage({ id, number })}#claim`;
  handleForm(routes, 'sheet_entry_taking', {
    page,
    command: ({ ctx, params: { id, ...meant } }) => takeEntry(ctx, id, meant),
    notice: sayTakenEntry,
  });
  handleForm(routes, 'sheet_entry_dismissal', {
    page,
    command: ({ ctx, params: { id, ...meant } }) => dismissEntry(ctx, id, meant),
    notice: 'Dismissed: the sheet’s suggestion is not taken.',
  });
  handleForm(routes, 'sheet_entry_restoration', {
    page,
    command: ({ ctx, params: { id, ...meant } }) => restoreEntry(ctx, id, meant),
    notice: 'It is suggested again.',
  });
  return routes;
}

function sayTakenEntry({ what, still_wanted }: EntryTaken): string {
  if (what === 'source') return 'The source is added as evidence.';
  return `The suggested verdict is set, by you. ${still_wanted}`.trim();
}
