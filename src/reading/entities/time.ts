// A statement of time. Pure.
import type { Range } from '../text/range.ts';
import type { TimeKind } from './time-forms.ts';

/** A statement of time as printed; time-resolution.ts says which days it means. */
export type Time = Range & { kind: TimeKind };
