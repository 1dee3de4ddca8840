// The tab for files: upload, progress, download, removal.

import { announce, freshId, make, terms } from "./dom.js";
import { clearFaults, faultsOf, showFaults } from "./faults.js";
import { SIGNS } from "./phrases.js";
import { outcomeMark } from "./verdict.js";
import { moment, say } from "./words.js";

const SHORTEST_PAUSE = 300;
const LONGEST_PAUSE = 3000;
const MEBIBYTE = 1024 * 1024;

export class Files {
  #screenings = [];

  constructor(page, service) {
    this.page = page;
    this.service = service;
    this.form = document.getElementById("upload");
    this.list = document.getElementById("screening-list");
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
  }

  /** Say everything again in the language of the page. */
  translate() {
    clearFaults(this.form);
    for (const screening of this.#screenings) screening.render();
  }

  async #submit() {
    const { lang } = this.page;
    const value = (id) => document.getElementById(id).value.trim();
    const [file] = document.getElementById("file").files;
    const limit = this.page.settings?.upload_bytes;
    const faults = [];
    if (!file) faults.push({ field: "file", reason: say(lang, "fault-file-empty") });
    else if (limit && file.size > limit) {
      faults.push({ field: "file", reason: say(lang, "fault-file-large", { limit: Math.floor(limit / MEBIBYTE) }) });
    }
    if (!value("file-date")) faults.push({ field: "date", reason: say(lang, "fault-date") });
    if (faults.length) {
      showFaults(this.form, faults, lang);
      return;
    }
    clearFaults(this.form);
    const form = new FormData();
    form.set("file", file);
    form.set("date", value("file-date"));
    form.set("law", value("file-law") || "nl");
    form.set("lists", String(document.getElementById("file-lists").checked));
    form.set("lang", lang);
    form.set("header", String(document.getElementById("header").checked));
    for (const id of ["column", "delimiter", "encoding"]) if (value(id)) form.set(id, value(id));
    await this.#upload(form, file.name);
  }

  async #upload(form, name) {
    const { lang } = this.page;
    const button = this.form.querySelector("[type=submit]");
    announce(say(lang, "uploading"));
    button.setAttribute("aria-disabled", "true");
    button.textContent = say(lang, "uploading");
    try {
      if (this.form.getAttribute("aria-busy") === "true") return;
      this.form.setAttribute("aria-busy", "true");
      const status = await this.service.upload("/v1/screenings", form);
      const screening = new Screening(this.page, this.service, status, name, (gone) => this.#remove(gone));
      this.#screenings.unshift(screening);
      this.list.prepend(screening.element);
      document.getElementById("screenings").hidden = false;
      document.getElementById("screenings-title").focus();
      screening.follow();
    } catch (problem) {
      showFaults(this.form, faultsOf(problem, "file"), lang);
    } finally {
      this.form.removeAttribute("aria-busy");
      button.removeAttribute("aria-disabled");
      button.textContent = say(this.page.lang, "screen");
    }
  }

  #remove(screening) {
    this.#screenings = this.#screenings.filter((each) => each !== screening);
    screening.element.remove();
    const none = this.#screenings.length === 0;
    document.getElementById("screenings").hidden = none;
    announce(say(this.page.lang, "state-removed"));
    document.getElementById(none ? "file" : "screenings-title").focus();
  }
}

class Screening {
  #fault = "";
  #removed = false;

  constructor(page, service, status, file, onRemove) {
    Object.assign(this, { page, service, status, file, onRemove });
    this.element = make("li", { class: "card screening" });
    this.render();
  }

  /** Ask how far it is until it is done. */
  async follow() {
    let pause = SHORTEST_PAUSE;
    while (!this.#removed && ["queued", "running"].includes(this.status.state)) {
      await new Promise((resume) => setTimeout(resume, pause));
      pause = Math.min(pause * 1.3, LONGEST_PAUSE);
      if (this.#removed) return;
      try {
        this.status = await this.service.ask(`/v1/screenings/${this.status.id}`);
        this.#fault = "";
      } catch (problem) {
        this.#fault = problem.message;
        if (problem.status === 404) {
          this.status = { ...this.status, state: "failed" };
        }
      }
      this.#update();
    }
    if (this.status.state === "done") {
      announce(say(this.page.lang, "announce-done", { file: this.file, rows: this.status.rows }));
    }
  }

  // While it runs only the numbers change: a button that is replaced would lose the keyboard.
  #update() {
    const bar = this.element.querySelector("progress");
    const state = this.element.querySelector(".state strong");
    if (this.status.state === "running" && !this.#fault && !this.element.querySelector("[role=alert]")) {
      bar.value = this.status.rows_done;
      state.textContent = this.#say("state-running");
      this.element.querySelector(".progress-text").textContent = this.#progress();
    } else if (this.status.state !== "queued" || this.#fault) this.render();
  }

  #say(key, values) {
    return say(this.page.lang, key, values);
  }

  #progress() {
    return this.#say("progress", { done: this.status.rows_done, rows: this.status.rows });
  }

  /** Everything of it in the language of the page. */
  render() {
    const { status, file } = this;
    const within = this.element.contains(document.activeElement);
    const action = within ? document.activeElement.dataset.action : null;
    const busy = ["queued", "running"].includes(status.state);
    const title = freshId("screening");
    this.element.setAttribute("aria-labelledby", title);
    this.element.replaceChildren(
      make("h3", { id: title, class: "breakable", translate: "no" }, file),
      make("p", { class: "state" }, make("strong", {}, this.#say(`state-${status.state}`)), `, ${this.#say("screening-of", { date: status.date })}`),
      busy || status.state === "failed"
        ? make(
            "p",
            { class: "progress" },
            make("progress", { max: Math.max(status.rows, 1), value: status.rows_done, "aria-label": this.#say("progress-label", { file }) }),
            make("span", { class: "progress-text" }, this.#progress()),
          )
        : this.#outcomes(),
      this.#fault || status.fault ? make("p", { class: "message error-message", role: "alert" }, this.#fault || status.fault) : "",
      this.#actions(busy),
    );
    if (within) (this.element.querySelector(`[data-action="${action}"]`) ?? this.element.querySelector("button")).focus();
  }

  #outcomes() {
    const { outcomes, rows, expires } = this.status;
    const counts = Object.keys(SIGNS).map((outcome) =>
      make("tr", {}, make("th", { scope: "row" }, outcomeMark(this.page.lang, outcome)), make("td", {}, String(outcomes[outcome] ?? 0))),
    );
    return make(
      "div",
      {},
      make(
        "table",
        { class: "outcomes" },
        make("caption", {}, this.#say("outcomes-of", { file: this.file })),
        make("thead", {}, make("tr", {}, make("th", { scope: "col" }, this.#say("outcome")), make("th", { scope: "col" }, this.#say("rows")))),
        make("tbody", {}, counts),
        make("tfoot", {}, make("tr", {}, make("th", { scope: "row" }, this.#say("rows")), make("td", {}, String(rows)))),
      ),
      outcomes["not-assessed"] ? make("p", { class: "message warning" }, this.#say("not-assessed-rows")) : "",
      expires ? make("p", { class: "hint" }, this.#say("expires", { moment: moment(this.page.lang, new Date(expires)) })) : "",
    );
  }

  #actions(busy) {
    const name = make("span", { class: "visually-hidden" }, ` ${this.#say("of-file", { file: this.file })}`);
    const removal = this.#say(busy ? "stop" : "delete");
    return make(
      "p",
      { class: "actions", "data-screen": true },
      this.status.state === "done"
        ? make("button", { type: "button", class: "button primary", "data-action": "download", on: { click: () => this.#download() } }, this.#say("download"), name.cloneNode(true))
        : "",
      make("button", { type: "button", class: "button", "data-action": "remove", on: { click: () => this.#remove() } }, removal, name),
    );
  }

  // Fetched, not linked: the key goes in a header, and the address of the screening stays out of the history.
  async #download() {
    try {
      const response = await this.service.send(this.status.result, { headers: { Accept: "*/*" } });
      const address = URL.createObjectURL(await response.blob());
      make("a", { href: address, download: resultName(this.file) }).click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    } catch (problem) {
      this.#fault = problem.message;
      this.render();
    }
  }

  async #remove() {
    try {
      await this.service.send(`/v1/screenings/${this.status.id}`, { method: "DELETE" });
    } catch (problem) {
      if (problem.status !== 404) {
        this.#fault = problem.message;
        this.render();
        return;
      }
    }
    this.#removed = true;
    this.onRemove(this);
  }
}

/** lab.csv → lab-stofgroep.csv, lab.csv.gz → lab-stofgroep.csv.gz */
function resultName(file) {
  const suffix = file.match(/.(\.[^.]+(?:\.(?:gz|bz2|xz|zst))?)$/i)?.[1] ?? "";
  return suffix ? `${file.slice(0, -suffix.length)}-stofgroep${suffix}` : `${file}-stofgroep.csv`;
}
