import { areOn } from "../shell/shortcut-keys";

const typed = "input:not([type=radio]), textarea, select, [contenteditable]";

const marked = (criterion: Element) => criterion.querySelector("input:checked") !== null;
const radioOf = (criterion: Element | undefined, value?: string) =>
  criterion?.querySelector<HTMLInputElement>(
    value ? `input[type=radio][value="${value}"]` : "input:checked, input[type=radio]",
  );

/** Marks the criterion that has the focus, or the first without a mark, by one key, and goes on to the next. */
export function markByKey(event: KeyboardEvent, form: HTMLFormElement): void {
  const isChord = event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented;
  const target = event.target instanceof Element ? event.target : null;
  if (isChord || !/^[1-5]$/.test(event.key) || !areOn() || target?.closest(typed)) return;
  const criteria = [...form.querySelectorAll("[data-criterion]")];
  const here = target?.closest("[data-criterion]") ?? criteria.find((one) => !marked(one));
  const choice = here && radioOf(here, event.key);
  if (!choice || choice.disabled) return;
  event.preventDefault();
  choice.click();
  goOn(form, criteria[criteria.indexOf(here) + 1] ?? criteria.find((one) => !marked(one)));
}

/** To the next criterion; after the last one to the button. */
function goOn(form: HTMLFormElement, next: Element | undefined): void {
  const goal = radioOf(next) ?? form.querySelector<HTMLElement>("button[name=handIn]");
  goal?.focus({ preventScroll: true });
  (next ?? goal)?.scrollIntoView({ block: "center" });
}
