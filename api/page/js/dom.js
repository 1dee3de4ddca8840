// Elements with text nodes only: nothing that the service or a person wrote is ever read as HTML.

/**
 * A new element. `attributes` are set as they are; `on` holds listeners, `class` may be a string or a list.
 * Children are nodes, strings, or nothing.
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name === "on") {
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    } else if (name === "class") {
      element.className = [].concat(value).filter(Boolean).join(" ");
    } else {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

/** A list of terms; pairs without a value are left out. */
export function terms(pairs, attributes = {}) {
  const rows = pairs
    .filter(([, value]) => value)
    .map(([term, value]) => make("div", {}, make("dt", {}, term), make("dd", {}, value)));
  return make("dl", { class: "terms", ...attributes }, rows);
}

/** A structure, id or file name: may break anywhere, is not translated. */
export function code(text) {
  return make("code", { class: "breakable", translate: "no" }, text);
}

let made = 0;

/** An id that no other element has. */
export function freshId(prefix) {
  made += 1;
  return `${prefix}-${made}`;
}

/** Tell people who do not see the page. Emptied first, so that the same words are heard twice. */
export function announce(text) {
  const status = document.getElementById("status");
  status.textContent = "";
  requestAnimationFrame(() => {
    status.textContent = text;
  });
}
