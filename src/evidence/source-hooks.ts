// What evidence has to do with sources: handed to their routes and jobs.
import type { SourceHooks } from '#src/sources/hooks.ts';
import { lookPassagesUp } from './lookup/commands.ts';
import { passageInCopy } from './lookup/passage-in-copy.ts';
import { sayListRemoved, setBackForRetraction } from './set-back/commands.ts';
import { usesOnCard } from './uses-on-card-page.ts';

export const sourceHooks: SourceHooks = {
  onCopiesChanged: lookPassagesUp,
  onRetracted: setBackForRetraction,
  onListRemoved: sayListRemoved,
  usesOf: usesOnCard,
  passageIn: passageInCopy,
};
