// Short phrases about a verdict that both the page and the text for a report use.

import { say } from "./words.js";

export const SIGNS = { "listed": "●", "exempt": "◇", "depends": "?", "not-listed": "○", "not-assessed": "!" };
export const HOLDS = { yes: "✓", no: "✗", depends: "?" };

const lists = new Map();

/** Remember how the service names the lists of its laws, in one language. */
export function nameLists(lang, laws) {
  lists.set(lang, Object.assign({}, ...laws.map((law) => law.lists)));
}

/** A list as people name it; one that the service did not name, such as that of a draft, by its own name. */
export function listName(lang, list) {
  return lists.get(lang)?.[list] ?? say(lang, "list-of", { list });
}

/** Where a substance stands: list, group and entry; "" where it stands nowhere. */
export function place(lang, { list, group, entry }) {
  return [list && listName(lang, list), group, entry].filter(Boolean).join(" · ");
}

/** Citation and how its text is known. */
export function source(lang, { citation, basis }) {
  return `${citation} (${say(lang, `basis-${basis}`)})`;
}

/** Whether a clause holds; of an exclusion, whether it applies. */
export function judged(lang, { id, holds }) {
  return say(lang, id.split(".").includes("exclude") ? `excludes-${holds}` : `holds-${holds}`);
}

/** Under which readings a finding holds. */
export function certainty(lang, finding) {
  if (finding.certain) return say(lang, "certain-yes");
  const parts = [say(lang, "holds-if", { condition: finding.condition_text || finding.condition })];
  if (finding.likely) parts.push(say(lang, `likely-${finding.likely}`));
  return parts.join("; ");
}

/** Atom numbers with runs drawn together: 0, 5–10. */
export function ranges(atoms) {
  const runs = [];
  for (const atom of [...new Set(atoms)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && atom === last[1] + 1) last[1] = atom;
    else runs.push([atom, atom]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(", ");
}

/** An option of a reading: its name, its argument, and whether it is the likely one. */
export function option(hinge, text) {
  const at = text.indexOf(": ");
  const name = at < 0 ? text : text.slice(0, at);
  const consequence = hinge.consequences[hinge.options.indexOf(text)] ?? "";
  return { name, argument: at < 0 ? "" : text.slice(at + 2), likely: hinge.likely !== "" && name === hinge.likely, consequence };
}

/** The name of an option as people read it. */
export function optionName(lang, hinge, name) {
  return hinge.kind === "reading" && ["yes", "no"].includes(name) ? say(lang, `option-${name}`) : name;
}

/** Near misses that are worth showing: none for what is certainly listed. */
export function misses(verdict) {
  const shown = ["not-listed", "depends", "exempt"].includes(verdict.outcome) ? verdict.near_misses : [];
  return {
    near: shown.filter((miss) => miss.skeleton),
    without: verdict.outcome === "not-listed" ? shown.filter((miss) => !miss.skeleton) : [],
  };
}

function failing(miss) {
  return miss.failing.map((id) => miss.clauses.find((clause) => clause.id === id) ?? { id, citation: id, text: id });
}

/** What a group without its skeleton lacks, in the words of its parts. */
export function lacking(lang, miss) {
  const parts = failing(miss).map((clause) => clause.text.replace(/\.$/, ""));
  return parts.length ? say(lang, "parts-missing", { parts: parts.join("; ") }) : say(lang, "parts-not-joined");
}

/** On which clauses a near miss fails: where they stand, and their ids. */
export function failure(lang, miss) {
  const clauses = [...new Set(failing(miss).map(({ citation }) => citation))];
  return say(lang, "near-miss-fails", { failing: clauses.join("; ") });
}

/** An input of several lines (a molblock) in a line. */
export function inALine(lang, text) {
  const lines = text.trimEnd().split(/\r?\n/);
  return lines.length > 1 ? say(lang, "molblock", { lines: lines.length }) : text.trim();
}
