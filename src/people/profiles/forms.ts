// The form of a profile: name, which claims are key, a checklist for each kind.
import { z } from 'zod';
import { line, optionalText, tickBox, wholeNumber } from '#src/http/form-fields.ts';

const checklist = optionalText(2000);

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
});

export const profileForm = newProfileForm.extend({ revision: wholeNumber(1, 1_000_000_000) });
