// A row of settings shows its Save once something in it has changed; without script Save always stands there.
// Sending one row sends the page away, so what is changed in the others waits in this tab and comes back with it.
import { whenAppears } from "./appear";

const WAITING = "rows:";

type Control = HTMLInputElement | HTMLSelectElement;

export function startRowForms(): void {
  whenAppears<HTMLFormElement>("form[data-row]", (form) => {
    restore(form);
    tell(form);
    form.addEventListener("input", () => tell(form));
    form.addEventListener("submit", () => others(form).filter(isChanged).forEach(keep));
  });
}

const controls = (form: HTMLFormElement): Control[] =>
  [...form.querySelectorAll<Control>("input:not([type=hidden]), select")];

const others = (form: HTMLFormElement): HTMLFormElement[] =>
  [...document.querySelectorAll<HTMLFormElement>("form[data-row]")].filter((other) => other !== form);

/** Unique among the rows of a page: the record that the row is of. */
const place = (form: HTMLFormElement): string =>
  WAITING + location.pathname + "#" + (form.querySelector<HTMLInputElement>("[name=form]")?.value ?? "");

function tell(form: HTMLFormElement): void {
  form.dataset["calm"] = "";
  form.toggleAttribute("data-changed", "refused" in form.dataset || isChanged(form));
}

const isChanged = (form: HTMLFormElement): boolean => controls(form).some((control) => control.value !== before(control));

function before(control: Control): string {
  if (control instanceof HTMLInputElement) return control.defaultValue;
  return ([...control.options].find((option) => option.defaultSelected) ?? control.options[0])?.value ?? "";
}

function keep(form: HTMLFormElement): void {
  sessionStorage.setItem(place(form), JSON.stringify(controls(form).map((control) => [control.name, control.value])));
}

function restore(form: HTMLFormElement): void {
  const kept = sessionStorage.getItem(place(form));
  if (!kept) return;
  sessionStorage.removeItem(place(form));
  const values = new Map(JSON.parse(kept) as [string, string][]);
  for (const control of controls(form)) control.value = values.get(control.name) ?? control.value;
}
