// The drawing editor: OpenChemLib, where the set-up of the project has installed it.

import { make } from "./dom.js";
import { say } from "./words.js";

const MODULE = "/vendor/openchemlib/openchemlib.js";
const MOST_ATOMS_V2000 = 999;

export class Drawing {
  #library = null;
  #editor = null;
  #loading = null;

  /**
   * @param {HTMLElement} host where the editor goes
   * @param {() => void} onChange called when what is drawn has changed
   */
  constructor(host, onChange) {
    this.host = host;
    this.onChange = onChange;
    this.state = "idle";
  }

  /** Load the editor, once. False when it is not installed. */
  load(lang) {
    this.#loading ??= this.#load(lang);
    return this.#loading;
  }

  async #load(lang) {
    this.#say(lang, "drawing-loading");
    try {
      this.#library = await import(MODULE);
    } catch {
      this.state = "missing";
      this.#say(lang, "drawing-missing");
      return false;
    }
    this.host.replaceChildren();
    this.#editor = new this.#library.CanvasEditor(this.host);
    this.state = "ready";
    this.translate(lang);
    this.#editor.setOnChangeListener(({ type }) => {
      if (type === "molecule") this.onChange();
    });
    return true;
  }

  #say(lang, key) {
    this.host.replaceChildren(make("p", { class: "message", "data-key": key }, say(lang, key)));
  }

  /** The words of the editor in another language. */
  translate(lang) {
    const message = this.host.querySelector("[data-key]");
    if (message) message.textContent = say(lang, message.dataset.key);
    const [tools, area] = this.host.firstElementChild?.shadowRoot?.querySelectorAll("canvas") ?? [];
    if (!area) return;
    // Pictures of buttons that only a pointer can reach; the hint says what to do without one.
    tools.setAttribute("role", "img");
    tools.setAttribute("aria-label", say(lang, "drawing-tools"));
    area.setAttribute("role", "application");
    area.setAttribute("aria-label", say(lang, "drawing-area"));
  }

  get empty() {
    return !this.#editor || this.#editor.getMolecule().getAllAtoms() === 0;
  }

  /** What is drawn, as molblock. */
  molblock() {
    const molecule = this.#editor.getMolecule();
    return molecule.getAllAtoms() > MOST_ATOMS_V2000 ? molecule.toMolfileV3() : molecule.toMolfile();
  }

  /** Draw a structure that was pasted, if the editor can read it. */
  set(text) {
    if (!this.#editor) return;
    let molecule = null;
    try {
      molecule = this.#library.Molecule.fromText(text);
    } catch {
      return;  // for the service to judge, not for the editor
    }
    if (molecule?.getAllAtoms()) this.#editor.setMolecule(molecule);
  }

  clear() {
    this.#editor?.clearAll();
  }
}
