// Everything the page itself says. Sentences of a verdict come from the service.

const WORDS = {
  "title": ["stofgroep: valt deze stof onder de Opiumwet?", "stofgroep: is this substance under the Dutch Opium Act?"],
  "skip": ["Naar de inhoud", "Skip to the content"],
  "subtitle": ["Valt deze stof onder de Opiumwet?", "Is this substance under the Dutch Opium Act?"],
  "nav-label": ["Onderdelen", "Sections"],
  "tab-one": ["Eén stof", "One substance"],
  "tab-file": ["Bestand", "File"],
  "tab-groups": ["Stofgroepen", "Groups"],
  "footer": [
    "Wat u invoert, blijft op deze server. De pagina bewaart niets en zet niets in het adres.",
    "What you enter stays on this server. The page stores nothing and puts nothing in the address.",
  ],
  "interface": ["Beschrijving van de API", "Description of the API"],
  "key": ["Sleutel van deze dienst", "Key of this service"],
  "key-hint": [
    "U krijgt de sleutel van de beheerder. De pagina bewaart hem niet.",
    "The operator gives you the key. The page does not store it.",
  ],
  "optional": ["(niet verplicht)", "(optional)"],

  "one-title": ["Eén stof beoordelen", "Check one substance"],
  "how": ["Hoe geeft u de stof op?", "How do you enter the substance?"],
  "how-structure": ["Structuur plakken", "Paste a structure"],
  "how-name": ["Naam of CAS-nummer", "Name or CAS number"],
  "how-draw": ["Tekenen", "Draw"],
  "structure": ["Structuur", "Structure"],
  "structure-hint": ["SMILES, InChI of molblock. Bijvoorbeeld:", "SMILES, InChI or molblock. For instance:"],
  "name": ["Naam of CAS-nummer", "Name or CAS number"],
  "name-hint": [
    "Van een stof die op lijst I of II staat, of van een geregistreerde precursor. Bijvoorbeeld: 3-MMC",
    "Of a substance on list I or II, or of a registered precursor. For instance: 3-MMC",
  ],
  "drawing": ["Tekening", "Drawing"],
  "drawing-hint": [
    "Tekenen gaat met muis, pen of vinger. Met het toetsenbord plakt u een structuur: kies daarvoor hierboven „Structuur plakken”.",
    "Drawing needs a mouse, pen or finger. With the keyboard you paste a structure: choose “Paste a structure” above.",
  ],
  "drawing-clear": ["Tekening wissen", "Clear the drawing"],
  "drawing-area": ["Tekenvlak voor een structuurformule", "Drawing area for a structural formula"],
  "drawing-tools": ["Tekengereedschap", "Drawing tools"],
  "drawing-loading": ["De tekeneditor wordt geladen …", "The drawing editor is being loaded …"],
  "drawing-missing": [
    "Tekenen is op deze server niet geïnstalleerd. Plak een structuur; het plaatje ervan staat bij de uitslag.",
    "Drawing is not installed on this server. Paste a structure; its picture is shown with the result.",
  ],
  "date": ["Datum", "Date"],
  "date-hint": ["De wet van deze dag geldt.", "The law of this day applies."],
  "law": ["Wet", "Law"],
  "own-id": ["Eigen kenmerk", "Your reference"],
  "own-id-hint": ["Komt in het verslag.", "Appears in the report."],
  "lists": ["Lijst I en II meewegen", "Take lists I and II into account"],
  "lists-hint": [
    "Zet dit uit om alleen naar de stofgroepen van lijst IA te kijken.",
    "Turn this off to look at the groups of list IA only.",
  ],
  "decide": ["Beoordelen", "Check"],
  "deciding": ["Bezig met beoordelen …", "Checking …"],

  "fault-summary": ["Er klopt iets niet:", "Something is not right:"],
  "fault-structure-empty": ["Vul een structuur in.", "Enter a structure."],
  "fault-name-empty": ["Vul een naam of CAS-nummer in.", "Enter a name or CAS number."],
  "fault-drawing-empty": ["Teken eerst een structuur.", "Draw a structure first."],
  "fault-date": ["Vul een bestaande datum in.", "Enter a date that exists."],
  "fault-file-empty": ["Kies een bestand.", "Choose a file."],
  "fault-file-large": [
    "Dit bestand is groter dan {limit} MiB. Verdeel het over meer bestanden.",
    "This file is larger than {limit} MiB. Divide it over several files.",
  ],
  "fault-network": [
    "De dienst is niet bereikbaar. Kijk of hij nog draait en probeer het opnieuw.",
    "The service cannot be reached. See whether it still runs and try again.",
  ],
  "fault-strange": ["De dienst gaf een onbegrijpelijk antwoord.", "The service gave an answer that makes no sense."],

  "result": ["Uitslag", "Result"],
  "report-title": ["Verslag stofgroep", "stofgroep report"],
  "stale": [
    "De invoer is gewijzigd. Deze uitslag hoort bij de vorige invoer; kies „Beoordelen” voor een nieuwe.",
    "The input has changed. This result belongs to the earlier input; choose “Check” for a new one.",
  ],
  "announce": ["Uitslag: {outcome}. {reason}", "Result: {outcome}. {reason}"],
  "outcome": ["Uitkomst", "Outcome"],
  "outcome-listed": ["Valt eronder", "Listed"],
  "outcome-exempt": ["Uitgezonderd", "Exempt"],
  "outcome-depends": ["Hangt ervan af", "Depends"],
  "outcome-not-listed": ["Valt erbuiten", "Not listed"],
  "outcome-not-assessed": ["Niet beoordeeld", "Not assessed"],
  "not-assessed-hint": [
    "Dit betekent niet: „valt erbuiten”. Er is geen oordeel.",
    "This does not mean “not listed”. There is no answer.",
  ],
  "list": ["Lijst", "List"],
  "list-of": ["lijst {list}", "list {list}"],
  "group": ["Stofgroep", "Group"],
  "entry": ["Vermelding", "Entry"],
  "certain": ["Zekerheid", "Certainty"],
  "certain-yes": ["in elke lezing", "under every reading"],
  "certain-no": ["niet in elke lezing", "not under every reading"],
  "input": ["Invoer", "Input"],
  "molblock": ["molblock van {lines} regels", "molblock of {lines} lines"],
  "canonical": ["Gelezen als", "Read as"],
  "on-date": ["Beoordeeld op de wet van", "Checked against the law of"],
  "known-until": ["Lijsten bekend tot en met", "Lists known up to"],
  "reason": ["Reden", "Reason"],

  "findings": ["Bevindingen", "Findings"],
  "component": ["Bestanddeel", "Component"],
  "completion": ["Invulling", "Completion"],
  "basis-text": ["wettekst", "text of the law"],
  "basis-parallel": ["parallelle Duitse tekst", "parallel German text"],
  "basis-reconstruction": ["reconstructie", "reconstruction"],
  "holds-yes": ["voldoet", "holds"],
  "holds-no": ["faalt", "fails"],
  "holds-depends": ["hangt af van de lezing", "depends on the reading"],
  "why": ["want: {why}", "because: {why}"],
  "holds-if": ["alleen als {condition}", "only if {condition}"],
  "likely-in": ["waarschijnlijk valt de stof eronder", "the substance is likely in"],
  "likely-out": ["waarschijnlijk valt de stof erbuiten", "the substance is likely out"],
  "likely": ["waarschijnlijk", "likely"],
  "clauses": ["Onderdelen", "Clauses"],
  "clauses-hint": [
    "Wijs een onderdeel aan om zijn atomen in het plaatje te zien; de knop zet ze vast.",
    "Point at a clause to see its atoms in the picture; the button keeps them.",
  ],
  "atoms": ["atomen, vanaf 0: {atoms}", "atoms, from 0: {atoms}"],
  "show-atoms": ["Toon atomen {atoms}", "Show atoms {atoms}"],
  "picture-number": ["nummer {number} in het plaatje", "number {number} in the picture"],
  "picture-label": [
    "Structuurformule van {component}. De nummers zijn die van de onderdelen.",
    "Structural formula of {component}. The numbers are those of the clauses.",
  ],
  "picture-label-plain": ["Structuurformule van {component}", "Structural formula of {component}"],
  "picture-missing": ["Van deze structuur is geen plaatje: {why}", "There is no picture of this structure: {why}"],
  "hinges": ["Waar het van afhangt", "What it depends on"],
  "reading": ["lezing", "reading"],
  "excluded": ["Bij naam uitgezonderd van {group}", "Excluded by name from {group}"],
  "near-misses": ["Groepen waar de stof net niet in valt", "Groups that the substance just misses"],
  "near-miss": ["Net niet: {group}", "Just outside: {group}"],
  "near-miss-fails": ["faalt op {failing}", "fails on {failing}"],
  "no-skeletons": ["Groepen waarvan de bouw ontbreekt", "Groups whose build is missing"],
  "parts-missing": ["ontbreekt: {parts}", "missing: {parts}"],
  "parts-not-joined": [
    "de delen komen voor, maar zitten niet aan elkaar",
    "the parts occur, but are not joined",
  ],
  "exceptions": ["Zelf na te gaan: uitzonderingen voor product of persoon", "For you to check: exceptions for a product or person"],
  "notes": ["Hoe de invoer is gelezen", "How the input was read"],
  "warnings": ["Let op", "Mind"],
  "receipt": ["Verantwoording", "Receipt"],
  "receipt-hint": [
    "Met dezelfde invoer, datum en bestanden geeft dezelfde versie dezelfde uitslag.",
    "With the same input, date and files the same version gives the same result.",
  ],
  "receipt-sha": ["SHA-256 van de invoer", "SHA-256 of the input"],
  "receipt-law": ["Wet", "Law"],
  "receipt-package": ["Versie van stofgroep", "Version of stofgroep"],
  "receipt-rdkit": ["Versie van RDKit", "Version of RDKit"],
  "receipt-files": ["Gegevensbestanden en hun SHA-256", "Data files and their SHA-256"],
  "receipt-file": ["Bestand", "File"],
  "copy": ["Kopieer voor mijn verslag", "Copy for my report"],
  "copied": ["De tekst staat op het klembord.", "The text is on the clipboard."],
  "copy-by-hand": [
    "De browser staat kopiëren niet toe. De tekst is geselecteerd: kopieer haar met Ctrl+C.",
    "The browser does not allow copying. The text is selected: copy it with Ctrl+C.",
  ],
  "report-text": ["Tekst voor het verslag", "Text for the report"],
  "print": ["Afdrukken of bewaren als PDF", "Print or save as PDF"],
  "printed-on": ["Afgedrukt op {moment}", "Printed on {moment}"],

  "file-title": ["Een bestand screenen", "Screen a file"],
  "file-lead": [
    "Alle rijen en kolommen komen terug zoals ze waren, met de uitkomst in kolommen erachter.",
    "All rows and columns come back as they were, with the outcome in columns behind them.",
  ],
  "file": ["Bestand", "File"],
  "file-hint": [
    "CSV, TSV, .smi, SDF, XLSX, Parquet of NDJSON, met een kolom met structuren.",
    "CSV, TSV, .smi, SDF, XLSX, Parquet or NDJSON, with a column of structures.",
  ],
  "file-more": ["Als het bestand niet vanzelf goed wordt gelezen", "If the file is not read well by itself"],
  "column": ["Kolom met structuren", "Column with structures"],
  "column-hint": ["De naam, of het nummer vanaf 1.", "The name, or the number from 1."],
  "delimiter": ["Scheidingsteken", "Delimiter"],
  "delimiter-hint": ["Eén teken, of het woord tab.", "One character, or the word tab."],
  "encoding": ["Tekenset", "Encoding"],
  "encoding-hint": ["Alleen als het geen UTF-8 is. Bijvoorbeeld: cp1252", "Only if it is not UTF-8. For instance: cp1252"],
  "header": ["De eerste regel heeft de kolomnamen", "The first line holds the column names"],
  "screen": ["Screenen", "Screen"],
  "uploading": ["Het bestand wordt verstuurd en nagekeken …", "The file is being sent and checked …"],
  "screenings": ["Screenings", "Screenings"],
  "screenings-hint": [
    "Laat deze pagina open tot u de uitslag hebt: wie haar sluit, vindt de screening niet terug.",
    "Keep this page open until you have the result: once it is closed, the screening cannot be found again.",
  ],
  "screening-of": ["op de wet van {date}", "against the law of {date}"],
  "state-queued": ["Wacht op zijn beurt", "Waiting for its turn"],
  "state-running": ["Bezig", "Running"],
  "state-done": ["Klaar", "Done"],
  "state-failed": ["Mislukt", "Failed"],
  "state-removed": ["Verwijderd van de server", "Removed from the server"],
  "state-gone": ["De screening is niet meer op de server.", "The screening is not on the server any more."],
  "progress": ["{done} van {rows} rijen", "{done} of {rows} rows"],
  "progress-label": ["Voortgang van {file}", "Progress of {file}"],
  "rows": ["Rijen", "Rows"],
  "outcomes-of": ["Uitkomsten van {file}", "Outcomes of {file}"],
  "expires": ["De server verwijdert de uitslag op {moment}.", "The server removes the result on {moment}."],
  "not-assessed-rows": [
    "Niet beoordeeld betekent niet: „valt erbuiten”. Kijk die rijen zelf na.",
    "Not assessed does not mean “not listed”. Look at those rows yourself.",
  ],
  "download": ["Uitslag downloaden", "Download the result"],
  "delete": ["Verwijderen van de server", "Remove from the server"],
  "stop": ["Stoppen en verwijderen", "Stop and remove"],
  "of-file": ["van {file}", "of {file}"],
  "announce-done": ["{file}: klaar, {rows} rijen.", "{file}: done, {rows} rows."],

  "groups-title": ["Stofgroepen", "Groups"],
  "groups-lead": [
    "Hoe elke groep hier is uitgewerkt: onderdeel voor onderdeel, in onze woorden, met de vindplaats en hoe de tekst bekend is.",
    "How each group is worked out here: clause by clause, in our own words, with the citation and how its text is known.",
  ],
  "groups-loading": ["De groepen worden geladen …", "The groups are being loaded …"],
  "law-known": ["Groepen bekend tot en met {groups}.", "Groups known up to {groups}."],
  "law-known-lists": ["Lijst I en II bekend van {first} tot en met {lists}.", "Lists I and II known from {first} up to {lists}."],
  "basis-title": ["Hoe een tekst bekend is", "How a text is known"],
  "basis-text-long": ["de Nederlandse tekst is gevonden", "the Dutch text was found"],
  "basis-parallel-long": ["overgenomen van de gelijkluidende Duitse tekst", "taken from the parallel German text"],
  "basis-reconstruction-long": ["er is geen Nederlandse tekst gevonden", "no Dutch text was found"],
  "group-number": ["Groep {number}: {title}", "Group {number}: {title}"],
  "in-force": ["In werking vanaf {from}", "In force from {from}"],
  "until": ["tot {until}", "until {until}"],
  "official": ["Officiële tekst (wetten.overheid.nl)", "Official text (wetten.overheid.nl)"],
  "readings": ["Lezingen: wat de tekst openlaat", "Readings: what the text leaves open"],
  "no-readings": ["De tekst laat hier niets open.", "The text leaves nothing open here."],
  "definition-file": ["Definitie", "Definition"],
  "expand-all": ["Alles openen", "Open all"],
  "collapse-all": ["Alles sluiten", "Close all"],
};

export const LANGUAGES = ["nl", "en"];
export const KEYS = Object.keys(WORDS);

/** The words for a key, filled in. */
export function say(lang, key, values = {}) {
  const words = WORDS[key];
  if (!words) throw new Error(`no words for ${key}`);
  return words[LANGUAGES.indexOf(lang)].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/** Put the words of a language into everything that bears a data-t attribute. */
export function translate(lang) {
  document.documentElement.lang = lang;
  document.title = say(lang, "title");
  for (const element of document.querySelectorAll("[data-t]")) element.textContent = say(lang, element.dataset.t);
  for (const element of document.querySelectorAll("[data-t-label]")) {
    element.setAttribute("aria-label", say(lang, element.dataset.tLabel));
  }
}

/** A moment as people write it. */
export function moment(lang, date) {
  return new Intl.DateTimeFormat(lang === "nl" ? "nl-NL" : "en-GB", { dateStyle: "long", timeStyle: "short" }).format(date);
}
