// The tab with the definitions of the groups.

import { code, make, terms } from "./dom.js";
import { source } from "./phrases.js";
import { say } from "./words.js";

const BASES = ["text", "parallel", "reconstruction"];

/** The day before a day: 2025-12-01 → 2025-11-30. */
function dayBefore(day) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

export class Groups {
  #shown = "";

  constructor(page, service) {
    this.page = page;
    this.service = service;
    this.element = document.getElementById("groups");
    this.message = document.getElementById("groups-message");
  }

  /** Load and show the groups in the language of the page; once for each. */
  async show() {
    const { lang } = this.page;
    if (this.#shown === lang) return;
    this.#shown = lang;
    this.message.hidden = true;
    this.element.setAttribute("aria-busy", "true");
    if (!this.element.children.length) this.element.replaceChildren(make("p", {}, say(lang, "groups-loading")));
    try {
      const { laws } = await this.service.ask(`/v1/laws?lang=${lang}`);
      const sections = await Promise.all(laws.map((law) => this.#law(law, lang)));
      if (this.#shown === lang) this.element.replaceChildren(this.#bases(lang), ...sections);
    } catch (problem) {
      this.#shown = "";
      this.message.textContent = problem.message;
      this.message.hidden = false;
      this.element.replaceChildren();
    } finally {
      this.element.removeAttribute("aria-busy");
    }
  }

  #bases(lang) {
    return make(
      "section",
      { class: "card" },
      make("h2", {}, say(lang, "basis-title")),
      terms(BASES.map((basis) => [say(lang, `basis-${basis}`), say(lang, `basis-${basis}-long`)])),
    );
  }

  async #law(law, lang) {
    const ids = [...new Set(law.groups.map((group) => group.id))];
    const path = (id) => `/v1/groups/${encodeURIComponent(id)}?law=${encodeURIComponent(law.law)}&lang=${lang}`;
    const groups = await Promise.all(ids.map((id) => this.service.ask(path(id))));
    const known = [say(lang, "law-known", { groups: law.known_until.groups })];
    if (law.known_until.lists) {
      known.push(say(lang, "law-known-lists", { first: law.known_from, lists: law.known_until.lists }));
    }
    for (const gap of law.gaps) known.push(say(lang, "law-gap", { first: gap.from, last: dayBefore(gap.until) }));
    const all = (open) => () => {
      for (const details of section.querySelectorAll("details")) details.open = open;
    };
    const section = make(
      "section",
      {},
      make("h2", {}, law.title),
      make("p", {}, known.join(" ")),
      make(
        "p",
        { class: "actions", "data-screen": true },
        make("button", { type: "button", class: "button small", on: { click: all(true) } }, say(lang, "expand-all")),
        make("button", { type: "button", class: "button small", on: { click: all(false) } }, say(lang, "collapse-all")),
      ),
      groups.flatMap((group) => group.versions.toReversed().map((version) => this.#version(version, lang))),
    );
    return section;
  }

  #version(version, lang) {
    const force = [say(lang, "in-force", { from: span(version.from_earliest, version.from) })];
    if (version.until) force.push(say(lang, "until", { until: version.until }));
    return make(
      "details",
      { class: "finding group" },
      make(
        "summary",
        {},
        make(
          "span",
          {},
          make("strong", {}, say(lang, "group-number", version)),
          make("span", { class: "certainty" }, force.join(" ")),
          make("span", { class: "source" }, source(lang, version)),
        ),
      ),
      make(
        "div",
        { class: "definition" },
        make("p", {}, version.text),
        make("p", {}, make("a", { href: version.url, rel: "noreferrer noopener" }, say(lang, "official"))),
        make("h3", {}, say(lang, "clauses")),
        make("ul", { class: "plain clauses" }, version.clauses.map((clause) => this.#clause(clause, lang))),
        make("h3", {}, say(lang, "readings")),
        version.readings.length
          ? make("ul", { class: "plain" }, version.readings.map((reading) => this.#reading(reading, lang)))
          : make("p", {}, say(lang, "no-readings")),
        terms([
          [say(lang, "definition-file"), code(version.file)],
          ["SHA-256", code(version.sha256)],
        ]),
      ),
    );
  }

  #clause(clause, lang) {
    return make(
      "li",
      { class: "clause" },
      make("p", { class: "clause-head" }, make("span", { class: "clause-source" }, source(lang, clause))),
      make("p", {}, clause.text),
      make("p", { class: "clause-foot" }, code(clause.id)),
    );
  }

  #reading(reading, lang) {
    const options = Object.entries(reading.options).map(([name, argument]) =>
      make(
        "li",
        {},
        make("strong", {}, name),
        name === reading.likely ? [" ", make("span", { class: "tag" }, say(lang, "likely"))] : null,
        `: ${argument}`,
      ),
    );
    return make(
      "li",
      { class: "hinge" },
      make("p", { class: "question" }, make("strong", {}, reading.question), " ", make("code", { translate: "no" }, reading.id)),
      make("ul", {}, options),
    );
  }
}

/** A first day, or the days between which it lies. */
function span(first, last) {
  return first === last ? last : `${first} – ${last}`;
}
