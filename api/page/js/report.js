// A verdict as text for somebody's report.

import { certainty, failure, HOLDS, judged, lacking, misses, option, optionName, place, ranges, SIGNS, source } from "./phrases.js";
import { moment, say } from "./words.js";

/** The whole verdict as plain text. */
export function reportText(verdict, lang) {
  const words = (key, values) => say(lang, key, values);
  const receipt = verdict.receipt;
  const lines = [words("report-title"), ""];
  const field = (key, value) => value && lines.push(`${words(key)}: ${value}`);
  const block = (title, items) => items.length && lines.push("", title, ...items);

  field("own-id", verdict.id);
  const input = verdict.input.trimEnd().split(/\r?\n/);
  if (input.length > 1) lines.push(`${words("input")}:`, ...input.map((line) => `  ${line}`.trimEnd()));
  else field("input", input[0]);
  field("canonical", receipt?.canonical);
  field("on-date", verdict.date);
  lines.push("");
  lines.push(`${words("outcome")}: ${SIGNS[verdict.outcome]} ${words(`outcome-${verdict.outcome}`).toUpperCase()}`);
  field("list", verdict.list);
  field("group", verdict.group);
  field("entry", verdict.entry);
  field("reason", verdict.reason);
  if (verdict.outcome === "not-assessed") lines.push(words("not-assessed-hint"));
  else field("certain", words(verdict.certain ? "certain-yes" : "certain-no"));

  const clause = (each) => [
    `     ${HOLDS[each.holds]} ${judged(lang, each)}: ${source(lang, each)}`,
    `       ${each.text}`,
    ...(each.why ? [`       ${words(`why-${each.holds}`, { why: each.why })}`] : []),
    ...(each.atoms.length ? [`       ${words("atoms", { atoms: ranges(each.atoms) })}`] : []),
  ];
  block(words("findings"), verdict.findings.flatMap((finding, index) => [
    `  ${index + 1}. ${place(lang, finding)}; ${source(lang, finding)}; ${certainty(lang, finding)}`,
    `     ${words("component")}: ${finding.component}`,
    ...(finding.completion ? [`     ${words("completion")}: ${finding.completion}`] : []),
    ...finding.clauses.flatMap(clause),
  ]));
  block(words("hinges"), verdict.hinges_on.flatMap((hinge) => [
    `  ? ${hinge.question || hinge.id}`,
    ...hinge.options.map((text) => {
      const { name, argument, likely, consequence } = option(hinge, text);
      const then = consequence ? ` → ${words(`consequence-${consequence}`)}` : "";
      return `    - ${optionName(lang, hinge, name)}${likely ? ` (${words("likely")})` : ""}${argument && `: ${argument}`}${then}`;
    }),
  ]));
  for (const each of verdict.exclusions) {
    block(words("excluded", { group: each.title }), [`  - ${each.name} (${each.citation})`]);
  }
  const { near, without } = misses(verdict);
  block(words("near-misses"), near.flatMap((miss) => [
    `  - ${miss.title}: ${failure(lang, miss)}`,
    ...miss.clauses.filter((each) => each.holds !== "yes").flatMap(clause),
  ]));
  block(words("no-skeletons"), without.map((miss) => `  - ${miss.title}: ${lacking(lang, miss)}`));
  block(words("exceptions"), verdict.exceptions.map((each) => `  - ${each.text} (${each.citation})`));
  block(words("notes"), verdict.notes.map((note) => `  - ${note}`));
  block(words("warnings"), verdict.warnings.map((warning) => `  - ${warning}`));
  if (receipt) {
    lines.push("", words("receipt"));
    lines.push(`  ${words("receipt-law")}: ${receipt.law}, ${receipt.date}`);
    if (verdict.known_until) lines.push(`  ${words("known-until")}: ${verdict.known_until}`);
    lines.push(`  stofgroep ${receipt.package}, RDKit ${receipt.rdkit}`);
    lines.push(`  ${words("receipt-sha")}: ${receipt.input_sha256}`);
    for (const [file, sum] of Object.entries(receipt.files)) lines.push(`  ${file}: ${sum}`);
  }
  return `${lines.join("\n")}\n`;
}

/** Put text on the clipboard. False when the browser does not allow it: then the area holds it, selected. */
export async function copy(text, area) {
  area.value = text;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without TLS, outside this machine, there is no such clipboard; the old way may still work.
    area.closest("details").open = true;
    area.focus();
    area.select();
    return document.execCommand("copy");
  }
}

/** When the page is printed everything on it is open, and afterwards as it was. */
export function openForPrint() {
  let folded = [];
  window.addEventListener("beforeprint", () => {
    const panel = document.querySelector("[role=tabpanel]:not([hidden])");
    folded = [...panel.querySelectorAll("details:not([open], [data-screen])")];
    for (const details of folded) details.open = true;
    const lang = document.documentElement.lang;
    for (const note of panel.querySelectorAll(".printed-on")) {
      note.textContent = say(lang, "printed-on", { moment: moment(lang, new Date()) });
    }
  });
  window.addEventListener("afterprint", () => {
    for (const details of folded) details.open = false;
    folded = [];
  });
}
