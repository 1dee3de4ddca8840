// The page, put together. Nothing is kept in the browser and nothing goes into the address.

import { make } from "./dom.js";
import { Files } from "./files.js";
import { Groups } from "./groups.js";
import { OneSubstance, today } from "./one.js";
import { nameLists } from "./phrases.js";
import { openForPrint } from "./report.js";
import { Problem, Service } from "./service.js";
import { installTabs } from "./tabs.js";
import { translate } from "./words.js";

const page = { lang: "nl", key: "", settings: null };
const service = new Service(page);
const one = new OneSubstance(page, service);
const files = new Files(page, service);
const groups = new Groups(page, service);

function shownPanel() {
  return document.querySelector("[role=tabpanel]:not([hidden])").id;
}

function show(panel) {
  if (panel === "panel-groups") groups.show();
}

async function speak(lang) {
  page.lang = lang;
  translate(lang);
  const button = document.getElementById("language");
  button.textContent = lang === "nl" ? "English" : "Nederlands";
  button.lang = lang === "nl" ? "en" : "nl";
  files.translate();
  show(shownPanel());
  // the verdict speaks of lists by the names that come with the laws
  if (page.settings) await nameLaws();
  await one.translate();
}

/** Which laws there are; the choice is shown only when there is one. */
async function nameLaws() {
  const lang = page.lang;
  const { laws } = await service.ask(`/v1/laws?lang=${lang}`);
  nameLists(lang, laws);
  for (const select of document.querySelectorAll("#law, #file-law")) {
    const chosen = select.value || "nl";
    select.replaceChildren(...laws.map(({ law, title }) => make("option", { value: law }, title)));
    select.value = chosen;
    select.closest(".field").hidden = laws.length < 2;
  }
}

/** Which service this is; whether it wants a key shows when it says no. */
async function knowService() {
  const health = await service.ask("/v1/health");
  document.getElementById("version").textContent = `stofgroep ${health.package} · RDKit ${health.rdkit}`;
  try {
    page.settings = await service.ask("/v1/settings");
    await nameLaws();
  } catch (problem) {
    if (problem.status !== 401) throw problem;
    document.getElementById("key-section").hidden = false;
  }
}

document.getElementById("file-date").value = today();
document.getElementById("key").addEventListener("input", (event) => {
  page.key = event.target.value.trim();
});
document.getElementById("key").addEventListener("change", () => {
  knowService().catch(() => {});
  show(shownPanel());
});
document.getElementById("key-section").addEventListener("submit", (event) => event.preventDefault());
document.getElementById("language").addEventListener("click", () => {
  speak(page.lang === "nl" ? "en" : "nl").catch((problem) => {
    if (!(problem instanceof Problem)) throw problem;
  });
});
document.querySelector(".skip-link").addEventListener("click", (event) => {
  event.preventDefault();  // no fragment in the address
  document.getElementById("main").focus();
});
installTabs(show);
openForPrint();
translate(page.lang);
// Without it the page works; what is wrong is said when something is asked.
knowService().catch(() => {});
