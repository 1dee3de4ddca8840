// A structure as the server drew it, with the atoms of one clause brought forward.

import { freshId, make } from "./dom.js";
import { say } from "./words.js";

const SVG = "http://www.w3.org/2000/svg";
// The drawing consists of these and needs no others: no link, script, style or foreign content gets in.
const ELEMENTS = new Set(["svg", "g", "path", "ellipse", "circle", "rect", "line", "polygon", "polyline", "text", "tspan"]);
const ATTRIBUTES = /^(class|d|c[xy]|r[xy]?|[xy][12]?|width|height|points|viewBox|fill(-.+)?|stroke(-.+)?|opacity|font-.+|text-anchor|transform)$/;

/** The drawing as an element of this page, or null when it is none. */
function safeCopy(source) {
  const root = new DOMParser().parseFromString(source, "image/svg+xml").documentElement;
  return root.localName === "svg" ? copyOf(root) : null;
}

function copyOf(node) {
  const copy = document.createElementNS(SVG, node.localName);
  for (const { name, value } of node.attributes) if (ATTRIBUTES.test(name)) copy.setAttribute(name, value);
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) copy.append(child.data);
    else if (child.nodeType === Node.ELEMENT_NODE && child.namespaceURI === SVG && ELEMENTS.has(child.localName)) {
      copy.append(copyOf(child));
    }
  }
  return copy;
}

/** The coloured patches behind the atoms, by atom number. */
function patchesOf(svg) {
  const patches = new Map();
  for (const shape of svg.querySelectorAll("[class^='atom-']")) {
    const fill = shape.getAttribute("fill");
    if (!fill || fill === "none" || fill === "#000000") continue;
    const atom = Number(shape.getAttribute("class").slice("atom-".length));
    patches.set(atom, [...(patches.get(atom) ?? []), shape]);
  }
  return patches;
}

export class Picture {
  #patches = new Map();
  #pinned = null;

  constructor() {
    this.element = make("div", { class: "picture" });
    this.legend = [];
  }

  /** Fetch and show the drawing; a structure without one gets a sentence that says why. */
  async load(service, request, lang, signal) {
    const answer = await service.ask("/v1/pictures", { ...request, lang, numbered: true, width: 480, height: 360 }, signal);
    const svg = safeCopy(answer.svg);
    if (svg === null) return;
    this.legend = answer.legend;
    svg.removeAttribute("width");
    svg.removeAttribute("height");
    svg.setAttribute("role", "img");
    svg.setAttribute("focusable", "false");
    const key = this.legend.length ? "picture-label" : "picture-label-plain";
    svg.setAttribute("aria-label", say(lang, key, { component: answer.component }));
    svg.id = freshId("picture");
    this.#patches = patchesOf(svg);
    this.element.replaceChildren(svg);
  }

  /** Say why there is no drawing. */
  fail(problem, lang) {
    const why = problem.errors?.[0]?.reason ?? problem.message;
    this.element.replaceChildren(make("p", { class: "hint" }, say(lang, "picture-missing", { why })));
  }

  /** Bring these atoms forward; with null those that are kept, or all alike. */
  show(atoms) {
    const wanted = atoms ?? this.#pinned;
    const svg = this.element.querySelector("svg");
    if (!svg) return;
    for (const ring of svg.querySelectorAll(".ring")) ring.remove();
    svg.classList.toggle("chosen", wanted !== null);
    for (const [atom, shapes] of this.#patches) {
      for (const shape of shapes) shape.classList.toggle("off", wanted !== null && !wanted.includes(atom));
    }
    for (const atom of wanted ?? []) this.#ring(svg, this.#patches.get(atom) ?? []);
  }

  /** Keep these atoms forward, or none with null. */
  pin(atoms) {
    this.#pinned = atoms;
    this.show(null);
  }

  // A ring, so that it does not take colour vision to see which atoms are meant.
  #ring(svg, shapes) {
    if (!shapes.length) return;
    const boxes = shapes.map((shape) => shape.getBBox());
    const left = Math.min(...boxes.map((box) => box.x));
    const top = Math.min(...boxes.map((box) => box.y));
    const right = Math.max(...boxes.map((box) => box.x + box.width));
    const bottom = Math.max(...boxes.map((box) => box.y + box.height));
    const ring = document.createElementNS(SVG, "ellipse");
    ring.setAttribute("class", "ring");
    ring.setAttribute("cx", (left + right) / 2);
    ring.setAttribute("cy", (top + bottom) / 2);
    ring.setAttribute("rx", (right - left) / 2 + 2);
    ring.setAttribute("ry", (bottom - top) / 2 + 2);
    svg.append(ring);
  }
}
