// Whether somebody types into a field, and leaving it, so that letters are keys again.

/** Whether letters go into this element. */
export function isTyping(element: Element | null): boolean {
  return (
    element instanceof HTMLElement &&
    (element.isContentEditable || element.matches('input:not([type="radio"], [type="checkbox"]), textarea, select'))
  );
}

/** Puts the cursor into the field, behind what stands in it. */
export function focusAtEnd(field: HTMLInputElement | HTMLTextAreaElement): void {
  field.focus();
  if (field.selectionEnd !== null) field.setSelectionRange(field.value.length, field.value.length);
}

/** Takes the cursor out of the field that has it, to the claim it belongs to. */
export function letGoOfField(): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLElement) || !isTyping(field)) return;
  const panel = field.closest<HTMLElement>('#claim');
  if (panel) panel.focus({ preventScroll: true });
  else field.blur();
}

let kept: HTMLFormElement | null = null;

/** The line is sent, and the cursor stays in it for the next one. */
export function keepField(field: HTMLInputElement): void {
  kept = field.form;
}

/** Whether the cursor stays in the form that is sent now. */
export function keepsField(form: HTMLFormElement): boolean {
  const is_kept = kept === form;
  kept = null;
  return is_kept;
}
