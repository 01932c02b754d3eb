// The form of a profile: name, which claims are key, checklists, levels of the sign-off checks.
import { z } from 'zod';
import { choice, line, optionalText, tickBox, wholeNumber } from '#src/http/form-fields.ts';
import { LEVELS } from './levels.ts';

const checklist = optionalText(2000);
const level = choice(LEVELS, 'Choose how strictly it is asked for.').optional();

export const newProfileForm = z.object({
  name: line(60, 'Give the profile a name, like the sort of article it is for.'),
  key_headline: tickBox(),
  key_casualties: tickBox(),
  key_accusations: tickBox(),
  key_legal: tickBox(),
  key_money: tickBox(),
  key_health: tickBox(),
  checklist_number: checklist,
  checklist_quotation: checklist,
  checklist_event: checklist,
  checklist_name: checklist,
  checklist_date: checklist,
  checklist_place: checklist,
  checklist_comparison: checklist,
  checklist_implication: checklist,
  checklist_image: checklist,
  checklist_other: checklist,
  level_r1: level,
  level_r2: level,
  level_r3: level,
  level_r4: level,
  level_r5: level,
  level_r6: level,
  level_r7: level,
  level_r8: level,
  level_r9: level,
  level_r10: level,
  level_r11: level,
  level_r12: level,
  level_r13: level,
  level_r15: level,
  level_r16: level,
  level_r17: level,
  level_r18: level,
  level_r19: level,
});

export const profileForm = newProfileForm.extend({ revision: wholeNumber(1, 1_000_000_000) });
