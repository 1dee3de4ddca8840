// The tab for one substance: the form, the question, and the answer.

import { announce } from "./dom.js";
import { Drawing } from "./editor.js";
import { clearFaults, faultsOf, showFaults } from "./faults.js";
import { VerdictView } from "./verdict.js";
import { say } from "./words.js";

// The field that is shown for each way to enter a substance.
const FIELDS = { structure: "structure", name: "name", draw: "drawing" };

export class OneSubstance {
  #answer = null;  // {question, verdict, how} of what is shown
  #view = null;
  #asking = null;

  constructor(page, service) {
    this.page = page;
    this.service = service;
    this.form = document.getElementById("ask");
    this.result = document.getElementById("result");
    this.stale = document.getElementById("stale");
    this.drawing = new Drawing(document.getElementById("drawing"), () => this.#changed());
    document.getElementById("date").value = today();
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.form.addEventListener("input", () => this.#changed());
    for (const radio of this.form.elements.how) radio.addEventListener("change", () => this.#choose());
    document.getElementById("drawing-clear").addEventListener("click", () => this.drawing.clear());
    document.getElementById("structure").addEventListener("keydown", (event) => {
      // A SMILES has one line; in a molblock Enter is needed.
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.form.requestSubmit();
    });
  }

  get how() {
    return this.form.elements.how.value;
  }

  /** Say everything again in the language of the page. */
  async translate() {
    this.drawing.translate(this.page.lang);
    clearFaults(this.form);
    this.#changed();
    if (this.#answer) await this.#ask(this.#answer.question, this.#answer.how, { quiet: true });
  }

  async #choose() {
    clearFaults(this.form);
    for (const field of this.form.querySelectorAll("[data-how]")) field.hidden = field.dataset.how !== this.how;
    if (this.how !== "draw") return;
    const ready = await this.drawing.load(this.page.lang);
    document.getElementById("drawing-clear").hidden = !ready;
    const pasted = document.getElementById("structure").value.trim();
    if (ready && pasted && this.drawing.empty) this.drawing.set(pasted);
    if (!ready) announce(say(this.page.lang, "drawing-missing"));
  }

  /** An answer must never stand beside an input that it is not the answer to. */
  #changed() {
    if (!this.#answer) return;
    const stale = !this.#same();
    if (stale && this.stale.hidden) announce(say(this.page.lang, "stale"));
    this.stale.textContent = say(this.page.lang, "stale");
    this.stale.hidden = !stale;
  }

  #same() {
    const { question, how } = this.#answer;
    return how === this.how && JSON.stringify(question) === JSON.stringify(this.#question());
  }

  #question() {
    const value = (id) => document.getElementById(id).value;
    const structure = value("structure");
    const what = {
      // A molblock may start with an empty line, which counts.
      structure: () => ({ structure: structure.includes("M  END") ? structure : structure.trim() }),
      name: () => ({ name: value("name").trim() }),
      draw: () => ({ structure: this.drawing.empty ? "" : this.drawing.molblock() }),
    }[this.how]();
    const id = value("own-id").trim();
    return {
      ...what,
      ...(id ? { id } : {}),
      date: value("date"),
      law: value("law") || "nl",
      lists: document.getElementById("lists").checked,
    };
  }

  #faults(question) {
    const { lang } = this.page;
    const faults = [];
    if (!(question.structure ?? question.name)) {
      const missing = this.how === "draw" && this.drawing.state !== "ready" ? "drawing-missing" : null;
      const field = FIELDS[this.how];
      faults.push({ field, reason: say(lang, missing ?? `fault-${field}-empty`) });
    }
    if (!question.date) faults.push({ field: "date", reason: say(lang, "fault-date") });
    return faults;
  }

  async #submit() {
    const question = this.#question();
    const faults = this.#faults(question);
    if (faults.length) {
      showFaults(this.form, faults, this.page.lang);
      return;
    }
    await this.#ask(question, this.how, { quiet: false });
  }

  async #ask(question, how, { quiet }) {
    const { lang } = this.page;
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    clearFaults(this.form);
    if (!quiet) announce(say(lang, "deciding"));
    this.form.setAttribute("aria-busy", "true");
    let verdict;
    try {
      const answer = await this.service.ask("/v1/verdicts", { ...question, lang, explain: true }, asking.signal);
      [verdict] = answer.verdicts;
    } catch (problem) {
      if (problem.name === "AbortError") return;
      this.#forget();
      showFaults(this.form, faultsOf(problem, FIELDS[how]), lang);
      return;
    } finally {
      if (this.#asking === asking) this.form.removeAttribute("aria-busy");
    }
    this.#answer = { question, how };
    this.#show(verdict, question, how, quiet);
  }

  #forget() {
    this.#view?.leave();
    this.#view = null;
    this.#answer = null;
    this.result.hidden = true;
  }

  #show(verdict, question, how, quiet) {
    const { lang } = this.page;
    this.#view?.leave();
    this.#view = new VerdictView(verdict, { lang, service: this.service, question });
    document.getElementById("verdict").replaceChildren(this.#view.element);
    this.result.hidden = false;
    this.#changed();
    this.#view.draw();
    if (verdict.outcome === "not-assessed") {
      const field = verdict.reason.startsWith("law-version-unknown") ? "date" : FIELDS[how];
      showFaults(this.form, [{ field, reason: verdict.reason }], lang, false);
    }
    if (quiet) return;
    announce(say(lang, "announce", { outcome: say(lang, `outcome-${verdict.outcome}`), reason: verdict.reason }));
    document.getElementById("result-title").focus();
  }
}

/** Today on the clock of the reader, as yyyy-mm-dd. */
export function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
