// What is sent of a form that was replaced on the page after its button was pressed.

export interface ToSend {
  /** The form on the page now, or the old one where the page has it no more. */
  form: HTMLFormElement;
  address: string;
  entries: (readonly [name: string, value: string])[];
}

/** What to send, in the form's present state: it is found again by what it is about, which is never another's. */
export function toSend(
  form: HTMLFormElement,
  { submitter, fields }: { submitter: HTMLElement | null; fields: Record<string, string> },
): ToSend {
  const present = formAgain(form) ?? form;
  const pressed = present === form ? submitter : submitterAgain(present, submitter);
  const entries = new Map<string, string[]>();
  for (const [name, value] of new FormData(present, pressed))
    entries.set(name, [...(entries.get(name) ?? []), String(value)]);
  for (const [name, value] of Object.entries(fields)) entries.set(name, [value]);
  return {
    form: present,
    address: submitter?.getAttribute('formaction') ?? present.action,
    entries: [...entries].flatMap(([name, values]) => values.map((value) => [name, value] as const)),
  };
}

/** The same form on the page that lies there now; undefined where it is there no more. */
export function formAgain(form: HTMLFormElement): HTMLFormElement | undefined {
  if (form.isConnected) return form;
  const wanted = aboutOf(form);
  return [...document.forms].find((one) => aboutOf(one) === wanted);
}

/** Where it posts to, and what it says by hidden fields of what it is about: all but how it was opened. */
function aboutOf(form: HTMLFormElement): string {
  const hidden = [...form.querySelectorAll<HTMLInputElement>('input[type="hidden"]')]
    .filter(({ name }) => name !== 'revision' && name !== 'opened')
    .map(({ name, value }) => `${name}=${value}`);
  return [form.method, form.getAttribute('action'), ...hidden.sort()].join(' ');
}

function submitterAgain(form: HTMLFormElement, submitter: HTMLElement | null): HTMLElement | null {
  if (!(submitter instanceof HTMLButtonElement)) return null;
  const buttons = [...form.elements].filter((one) => one instanceof HTMLButtonElement);
  return buttons.find(({ name, value }) => name === submitter.name && value === submitter.value) ?? null;
}
