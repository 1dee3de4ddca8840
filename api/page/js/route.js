// For what is not on a list: which frameworks to consider. Triage, not legal advice; nothing is decided here.

import { announce, freshId, make } from "./dom.js";
import { listName } from "./phrases.js";
import { say } from "./words.js";

const ANSWERS = ["unknown", "yes", "no"];
const SIGNS = { "indicated": "→", "open": "?", "not-indicated": "–" };

export class RouteView {
  #lang;
  #service;
  #substance;
  #answers = {};
  #loaded = false;
  #asked = 0;
  #body;

  /**
   * @param {{lang: string, service: object, question: object}} asked what was asked about the substance
   * @param {AbortSignal} signal ends when the verdict leaves the page
   */
  constructor({ lang, service, question }, signal) {
    this.#lang = lang;
    this.#service = service;
    const { structure, name, date } = question;
    this.#substance = { ...(name ? { name } : { structure }), date };
    this.signal = signal;
    this.#body = make("div", {});
    this.element = make(
      "details",
      { class: "route", "data-screen": true },
      make("summary", {}, make("h3", {}, this.#say("route-title"))),
      this.#body,
    );
    this.element.addEventListener("toggle", () => {
      if (this.element.open && !this.#loaded) this.#ask(null);
    });
  }

  #say(key, values) {
    return say(this.#lang, key, values);
  }

  async #ask(changed) {
    this.#loaded = true;
    const turn = ++this.#asked;
    let found;
    try {
      const asked = { ...this.#substance, answers: this.#answers, lang: this.#lang };
      found = await this.#service.ask("/v1/routes", asked, this.signal);
    } catch (problem) {
      if (problem.name === "AbortError" || turn !== this.#asked) return;
      this.#loaded = false;
      this.#body.replaceChildren(make("p", { class: "message error-message", role: "alert" }, problem.message));
      return;
    }
    if (turn !== this.#asked) return;  // an answer to a question that has changed since
    if (changed === null) {
      this.result = make("div", {});
      this.#body.replaceChildren(
        make("p", { class: "message warning" }, found.notice),
        make("div", { class: "answers" }, Object.entries(found.questions).map(([id, text]) => this.#question(id, text))),
        this.result,
      );
    } else {
      announce(this.#say("route-changed"));
    }
    this.result.replaceChildren(this.#frameworks(found), ...this.#likeness(found));
  }

  #question(id, text) {
    const field = freshId("answer");
    const select = make(
      "select",
      { id: field, autocomplete: "off", "data-question": id },
      ANSWERS.map((answer) => make("option", { value: answer }, this.#say(`route-${answer}`))),
    );
    select.addEventListener("change", () => {
      this.#answers = { ...this.#answers, [id]: select.value };
      this.#ask(id);
    });
    return make("div", { class: "field" }, make("label", { for: field }, text), select);
  }

  #frameworks(found) {
    return make(
      "ol",
      { class: "frameworks" },
      found.frameworks.map((each) =>
        make(
          "li",
          { class: each.status, "data-framework": each.id },
          make(
            "p",
            { class: "framework" },
            make("span", { "aria-hidden": "true" }, `${SIGNS[each.status]} `),
            make("strong", {}, each.title),
            ` – ${this.#say(`route-${each.status}`)}`,
          ),
          make("p", {}, each.why),
          make("p", {}, this.#known("supervisors", each.supervisors.join(", "))),
          make("p", {}, this.#known("sanction", each.sanction, found.source)),
          make("p", {}, this.#say("route-missing")),
          make("ul", {}, each.missing.map((item) => make("li", {}, item))),
        ),
      ),
    );
  }

  #known(what, value, source) {
    return value === "unknown" ? this.#say(`route-${what}-unknown`) : this.#say(`route-${what}`, { value, source });
  }

  #likeness({ nearest, drafts, fingerprint }) {
    const number = new Intl.NumberFormat(this.#lang === "nl" ? "nl-NL" : "en-GB", { minimumFractionDigits: 3 });
    return [
      nearest.length &&
        make(
          "div",
          { class: "likeness" },
          make("h4", {}, this.#say("route-nearest")),
          make("p", { class: "hint" }, this.#say("route-fingerprint", { fingerprint })),
          make(
            "ul",
            {},
            nearest.map(({ name, list, similarity }) =>
              make("li", {}, `${number.format(similarity)}  ${name} (${listName(this.#lang, list)})`),
            ),
          ),
        ),
      drafts.length &&
        make(
          "div",
          {},
          make("h4", {}, this.#say("route-drafts")),
          make("ul", {}, drafts.map(({ title, outcome }) => make("li", {}, `${title}: ${this.#say(`route-draft-${outcome}`)}`))),
        ),
    ].filter(Boolean);
  }
}
