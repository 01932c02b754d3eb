// The form that takes one's own last deed back: where its reader stands, and nothing else.
import { z } from 'zod';
import { placeFields } from '../return-to.ts';

export const undoForm = z.object(placeFields);
