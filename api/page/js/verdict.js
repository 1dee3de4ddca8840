// A verdict on the page: the outcome first, then why, then what to know about it.

import { announce, code, freshId, make, terms } from "./dom.js";
import { certainty, failure, HOLDS, inALine, judged, lacking, misses, option, optionName, place, ranges, SIGNS, source } from "./phrases.js";
import { Picture } from "./picture.js";
import { copy, reportText } from "./report.js";
import { RouteView } from "./route.js";
import { say } from "./words.js";

// More pictures than this are drawn only when their finding is opened.
const PICTURES_AT_ONCE = 6;

/** The sign and the word of an outcome. */
export function outcomeMark(lang, outcome) {
  return make(
    "span",
    { class: ["outcome", outcome] },
    make("span", { class: "sign", "aria-hidden": "true" }, SIGNS[outcome]),
    make("span", { class: "word" }, say(lang, `outcome-${outcome}`)),
  );
}

export class VerdictView {
  #pictures = [];
  #lang;
  #verdict;

  /**
   * @param {object} verdict as the service gives it
   * @param {{lang: string, service: object, question: object}} asked what was asked, for the pictures
   */
  constructor(verdict, { lang, service, question }) {
    this.#verdict = verdict;
    this.#lang = lang;
    this.leaving = new AbortController();
    this.service = service;
    // A name is drawn as the structure that it was read as.
    const structure = question.structure ?? verdict.receipt?.canonical ?? "";
    const { date, law, lists } = question;
    this.question = { structure, date, law, lists };
    this.element = make(
      "div",
      { class: "verdict" },
      this.#printHead(),
      this.#head(),
      this.#actions(),
      this.#warnings(),
      this.#hinges(),
      this.#findings(),
      this.#exclusions(),
      this.#nearMisses(),
      this.#route(question),
      this.#listed("exceptions", verdict.exceptions.map((each) => `${each.text} (${each.citation})`)),
      this.#listed("notes", verdict.notes),
      this.#receipt(),
    );
  }

  /** Draw what there is to draw; call it when the element is in the page. */
  async draw() {
    await Promise.all(this.#pictures.filter(({ wait }) => !wait).map((each) => each.load()));
  }

  /** Draw everything, also in folded findings. */
  async drawAll() {
    await Promise.all(this.#pictures.map((each) => each.load()));
  }

  /** Stop fetching pictures. */
  leave() {
    this.leaving.abort();
  }

  #say(key, values) {
    return say(this.#lang, key, values);
  }

  #printHead() {
    return make(
      "div",
      { class: "print-only" },
      make("p", { class: "report-name" }, this.#say("report-title")),
      make("p", { class: "printed-on" }),
    );
  }

  #head() {
    const verdict = this.#verdict;
    const where = place(this.#lang, verdict);
    const assessed = verdict.outcome !== "not-assessed";
    return make(
      "div",
      { class: ["head", verdict.outcome] },
      make("p", { class: "answer" }, outcomeMark(this.#lang, verdict.outcome), where && make("span", { class: "place" }, where)),
      make("p", { class: "reason" }, verdict.reason),
      assessed ? null : make("p", { class: "strong" }, this.#say("not-assessed-hint")),
      terms(
        [
          [this.#say("own-id"), verdict.id && code(verdict.id)],
          [this.#say("input"), verdict.input && code(inALine(this.#lang, verdict.input))],
          [this.#say("canonical"), verdict.receipt?.canonical && code(verdict.receipt.canonical)],
          [this.#say("on-date"), verdict.date],
          [this.#say("certain"), assessed && this.#say(verdict.certain ? "certain-yes" : "certain-no")],
          [this.#say("known-until"), verdict.known_until],
        ],
        { class: "terms facts" },
      ),
    );
  }

  #actions() {
    const lang = this.#lang;
    const text = () => reportText(this.#verdict, lang);
    const id = freshId("report");
    const area = make("textarea", { id, rows: 12, readonly: true, spellcheck: "false", translate: "no" });
    area.value = text();
    const note = make("p", { class: "note" });
    const copyIt = async () => {
      const copied = await copy(text(), area);
      note.textContent = this.#say(copied ? "copied" : "copy-by-hand");
      announce(note.textContent);
    };
    const print = async () => {
      await this.drawAll();
      window.print();
    };
    return make(
      "div",
      { class: "actions", "data-screen": true },
      make("button", { type: "button", class: "button", "data-action": "copy", on: { click: copyIt } }, this.#say("copy")),
      make("button", { type: "button", class: "button", "data-action": "print", on: { click: print } }, this.#say("print")),
      note,
      make("details", { class: "report-text", "data-screen": true }, make("summary", {}, this.#say("report-text")), make("label", { for: id, class: "visually-hidden" }, this.#say("report-text")), area),
    );
  }

  #warnings() {
    const { warnings } = this.#verdict;
    if (!warnings.length) return null;
    return make("div", { class: "message warning" }, make("h3", {}, this.#say("warnings")), make("ul", {}, warnings.map((each) => make("li", {}, each))));
  }

  #findings() {
    const { findings, outcome } = this.#verdict;
    if (!findings.length) return outcome === "not-assessed" ? null : this.#onlyPicture();
    return make(
      "section",
      {},
      make("h3", {}, this.#say("findings")),
      make("ol", { class: "plain" }, findings.map((finding, index) => this.#finding(finding, index))),
    );
  }

  /** The structure itself, where there is no finding and no near miss with a picture of its own. */
  #onlyPicture() {
    if (!this.question.structure || misses(this.#verdict).near.length) return null;
    return make("div", { class: "single-picture" }, this.#picture(this.question, false).element);
  }

  #finding(finding, index) {
    const wait = index >= PICTURES_AT_ONCE;
    const picture = this.question.structure ? this.#picture({ ...this.question, finding: index }, wait) : null;
    const details = make(
      "details",
      { class: "finding", open: index === 0 },
      make(
        "summary",
        {},
        make("span", { class: "number" }, `${index + 1}.`),
        make(
          "span",
          {},
          make("strong", {}, place(this.#lang, finding)),
          make("span", { class: "certainty" }, certainty(this.#lang, finding)),
          make("span", { class: "source" }, source(this.#lang, finding)),
        ),
      ),
      this.#clausesWithPicture(finding, picture),
    );
    if (wait && picture) details.addEventListener("toggle", () => details.open && picture.load());
    return make("li", {}, details);
  }

  #clausesWithPicture({ component, completion, clauses }, picture) {
    return make(
      "div",
      { class: "evidence" },
      make(
        "div",
        { class: "exhibit" },
        picture?.element,
        terms([[this.#say("component"), component && code(component)], [this.#say("completion"), completion && code(completion)]]),
      ),
      make(
        "div",
        {},
        make("h4", {}, this.#say("clauses")),
        picture && clauses.some((clause) => clause.atoms.length)
          ? make("p", { class: "hint", "data-screen": true }, this.#say("clauses-hint"))
          : null,
        this.#clauses(clauses, picture),
      ),
    );
  }

  #picture(request, wait) {
    const picture = new Picture();
    const lang = this.#lang;
    let loaded = null;
    const load = () => {
      loaded ??= picture
        .load(this.service, request, lang, this.leaving.signal)
        .then(() => each.onLoad(picture.legend))
        .catch((problem) => problem.name === "AbortError" || picture.fail(problem, lang));
      return loaded;
    };
    const each = { element: picture.element, picture, load, wait, onLoad: () => {} };
    this.#pictures.push(each);
    return each;
  }

  #clauses(clauses, shown) {
    const items = clauses.map((clause) => this.#clause(clause, shown));
    if (shown) {
      // The numbers of a picture go round the clauses that have atoms, in order.
      const numbered = items.filter((_, index) => clauses[index].atoms.length);
      shown.onLoad = (legend) => {
        for (const [index, { number, colour }] of legend.entries()) {
          const chip = numbered[index].querySelector(".chip");
          chip.replaceChildren(
            make("span", { class: "visually-hidden" }, this.#say("picture-number", { number })),
            make("span", { "aria-hidden": "true" }, `#${number}`),
          );
          chip.style.backgroundColor = colour;
          chip.hidden = false;
        }
      };
    }
    return make("ul", { class: "plain clauses" }, items);
  }

  #clause(clause, shown) {
    const { atoms, holds } = clause;
    const item = make(
      "li",
      { class: ["clause", holds] },
      make(
        "p",
        { class: "clause-head" },
        make("span", { class: "holds" }, make("span", { "aria-hidden": "true" }, HOLDS[holds]), ` ${judged(this.#lang, clause)}`),
        make("span", { class: "chip", hidden: true }),
        make("span", { class: "clause-source" }, source(this.#lang, clause)),
      ),
      make("p", {}, clause.text),
      clause.why && make("p", { class: "why" }, this.#say(`why-${holds}`, { why: clause.why })),
      make("p", { class: "clause-foot" }, atoms.length ? make("span", { class: shown ? "print-only" : "" }, this.#say("atoms", { atoms: ranges(atoms) })) : null),
    );
    if (!atoms.length || !shown) return item;
    const { picture } = shown;
    const press = () => {
      const pressed = button.getAttribute("aria-pressed") === "true";
      for (const other of item.parentElement.querySelectorAll("[aria-pressed=true]")) other.setAttribute("aria-pressed", "false");
      button.setAttribute("aria-pressed", String(!pressed));
      picture.pin(pressed ? null : atoms);
      if (!pressed) picture.show(atoms);
    };
    const button = make(
      "button",
      { type: "button", class: "button small", "aria-pressed": "false", "data-screen": true, on: { click: press } },
      this.#say("show-atoms", { atoms: ranges(atoms) }),
    );
    item.querySelector(".clause-foot").append(button);
    const forward = () => {
      item.classList.add("active");
      picture.show(atoms);
    };
    const back = () => {
      item.classList.remove("active");
      picture.show(null);
    };
    for (const event of ["mouseenter", "focusin"]) item.addEventListener(event, forward);
    for (const event of ["mouseleave", "focusout"]) item.addEventListener(event, back);
    return item;
  }

  #hinges() {
    const { hinges_on: hinges, likely } = this.#verdict;
    if (!hinges.length) return null;
    return make(
      "section",
      { class: "hinges" },
      make("h3", {}, this.#say("hinges")),
      make(
        "ul",
        { class: "plain" },
        hinges.map((hinge) =>
          make(
            "li",
            { class: "hinge" },
            make("p", { class: "question" }, make("strong", {}, hinge.question || hinge.id)),
            make("ul", {}, hinge.options.map((text) => this.#option(hinge, text))),
          ),
        ),
      ),
      likely && make("p", { class: "strong" }, capital(this.#say(`likely-${likely}`)), "."),
    );
  }

  #option(hinge, text) {
    const { name, argument, likely, consequence } = option(hinge, text);
    return make(
      "li",
      {},
      make("strong", { class: "breakable" }, optionName(this.#lang, hinge, name)),
      likely ? [" ", make("span", { class: "tag" }, this.#say("likely"))] : null,
      argument && `: ${argument}`,
      consequence && [" → ", make("strong", {}, this.#say(`consequence-${consequence}`))],
    );
  }

  /** What is on a list needs no other law first; without an answer there is no route. */
  #route(question) {
    if (["listed", "not-assessed"].includes(this.#verdict.outcome)) return null;
    return new RouteView({ lang: this.#lang, service: this.service, question }, this.leaving.signal).element;
  }

  #exclusions() {
    return this.#verdict.exclusions.map((each) =>
      make("section", {}, make("h3", {}, this.#say("excluded", { group: each.title })), make("p", {}, `${each.name} (${each.citation})`)),
    );
  }

  #nearMisses() {
    const { near, without } = misses(this.#verdict);
    return [
      near.length
        ? make("section", {}, make("h3", {}, this.#say("near-misses")), near.map((miss) => this.#nearMiss(miss)))
        : null,
      this.#listed("no-skeletons", without.map((miss) => `${miss.title}: ${lacking(this.#lang, miss)}`)),
    ];
  }

  #nearMiss(miss) {
    const marks = miss.clauses.filter((clause) => clause.atoms.length).map(({ atoms, text }) => ({ atoms, text }));
    const picture = miss.component ? this.#picture({ structure: miss.component, marks }, false) : null;
    const body = this.#clausesWithPicture({ component: miss.component, clauses: miss.clauses }, picture);
    return make(
      "details",
      { class: "finding", open: this.#verdict.findings.length === 0 },
      make("summary", {}, make("span", {}, make("strong", {}, this.#say("near-miss", { group: miss.title })), make("span", { class: "certainty" }, failure(this.#lang, miss)))),
      body,
    );
  }

  #listed(key, items) {
    if (!items.length) return null;
    return make("section", {}, make("h3", {}, this.#say(key)), make("ul", {}, items.map((item) => make("li", {}, item))));
  }

  #receipt() {
    const { receipt } = this.#verdict;
    if (!receipt) return null;
    const files = Object.entries(receipt.files).map(([file, sum]) => make("li", {}, make("span", { class: "breakable" }, file), " ", code(sum)));
    return make(
      "details",
      { class: "receipt" },
      make("summary", {}, make("h3", {}, this.#say("receipt"))),
      make("p", { class: "hint" }, this.#say("receipt-hint")),
      terms([
        [this.#say("receipt-sha"), code(receipt.input_sha256)],
        [this.#say("receipt-law"), `${receipt.law}, ${receipt.date}`],
        [this.#say("receipt-package"), receipt.package],
        [this.#say("receipt-rdkit"), receipt.rdkit],
      ]),
      make("h4", {}, this.#say("receipt-files")),
      make("ul", { class: "files" }, files),
    );
  }
}

function capital(text) {
  return text[0].toUpperCase() + text.slice(1);
}
