// Faults beside the fields they are about, and all of them together above the form.

import { make } from "./dom.js";
import { say } from "./words.js";

/** The input, area or choice of a field. */
function control(field) {
  return field.querySelector("input, textarea, select, .drawing");
}

function errorLine(field) {
  return field.querySelector(".error");
}

/** Take all faults of a form away. */
export function clearFaults(form) {
  for (const field of form.querySelectorAll(".field")) {
    field.classList.remove("wrong");
    const line = errorLine(field);
    if (line) {
      line.hidden = true;
      line.textContent = "";
    }
    control(field)?.removeAttribute("aria-invalid");
  }
  const summary = form.querySelector(".summary");
  summary.hidden = true;
  summary.replaceChildren();
}

/**
 * Show faults: each beside its field, and all above the form, where they lead to the field.
 *
 * @param {HTMLFormElement} form
 * @param {{field: string, reason: string}[]} faults `field` is the data-field of a field, or anything else
 * @param {string} lang
 * @param {boolean} focus whether to move to the summary
 */
export function showFaults(form, faults, lang, focus = true) {
  clearFaults(form);
  if (!faults.length) return;
  const items = faults.map(({ field: name, reason }) => {
    const field = [...form.querySelectorAll(".field")].find((each) => each.dataset.field === name);
    if (!field) return make("li", {}, name ? `${name}: ${reason}` : reason);
    field.closest("details")?.setAttribute("open", "");
    field.hidden = false;
    field.classList.add("wrong");
    const line = errorLine(field);
    line.textContent = line.textContent ? `${line.textContent} ${reason}` : reason;
    line.hidden = false;
    const target = control(field);
    if (target.matches("input, textarea, select")) target.setAttribute("aria-invalid", "true");
    const words = field.querySelector("label span[data-t]") ?? field.querySelector("label, .label");
    const go = (event) => {
      event.preventDefault();  // no fragment in the address
      target.focus();
    };
    return make("li", {}, make("a", { href: `#${target.id}`, on: { click: go } }, `${words.textContent}: ${reason}`));
  });
  const summary = form.querySelector(".summary");
  summary.replaceChildren(make("p", { class: "summary-title" }, say(lang, "fault-summary")), make("ul", {}, items));
  summary.hidden = false;
  if (focus) summary.focus();
}

/** The faults of a problem, in the names of our fields. */
export function faultsOf(problem, shown) {
  if (!problem.errors.length) return [{ field: "", reason: problem.message }];
  return problem.errors.map(({ field, reason }) => {
    const last = field.replace(/^structures\[0\]\.?/, "").replace(/^body$/, "");
    const name = last === "structure" || last === "" ? shown : last;
    return { field: name, reason: `${reason[0].toUpperCase()}${reason.slice(1)}` };
  });
}
