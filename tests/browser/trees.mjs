// What a screen reader is given of each page, held against what was looked through and stored.
//
// node trees.mjs FOLDER; WEFT_TREES=write stores what there is now, to be looked through.
import fs from "node:fs";
import os from "node:os";
import { check, ended, launched, letIn, opened } from "./common.mjs";

const PAGES = {
  start: "/", sources: "/sources", search: "/search?q=torture&position=noted", record: "/records/FIRST", clusters: "/clusters",
  cluster: "/clusters/6.2", duplicates: "/review/duplicates", sdg: "/review/sdg", entities: "/review/entities",
  readings: "/review/readings", new: "/review/clusters", plan: "/plan", reports: "/reports", history: "/history",
  settings: "/settings", help: "/help",
};
/** What whoever runs this is called. */
const NAMES = [...new Set([process.env.USER, process.env.USERNAME, os.userInfo().username, "unknown"].filter(Boolean))];
const STORED = new URL("trees/", import.meta.url);

const browser = await launched();
const { page, home } = await letIn(browser, opened("opened.json"));
await page.goto(`${home}/search?q=torture`);
const first = await page.locator("[data-record]").first().getAttribute("data-record");

/** Without what another day, another computer and another person change; of long lines the beginning. */
function steady(tree) {
  const plain = tree.replace(/(?<!url): (?:\/|[A-Z]:\\)[^"\s]*/g, ": FOLDER");
  const short = plain.split("\n").map((line) => line.replace(/^(\s*\S.{0,62}).*$/, "$1").trimEnd());
  return short
    .join("\n")
    .replace(/\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?/g, "DAY")
    .replace(/\b[0-9a-f]{16}\b/g, "ID")
    .replace(new RegExp(`\\b(${NAMES.join("|")})\\b`, "g"), "SOMEBODY");
}

for (const language of ["en", "ar"]) {
  await page.goto(`${home}/help`);
  await page.selectOption("#language", language);
  await page.click("form[action='/settings/language'] button");
  for (const [name, at] of Object.entries(PAGES)) {
    await page.goto(home + at.replace("FIRST", first));
    const tree = steady(await page.locator("main").ariaSnapshot());
    const file = new URL(`${name}.${language}.yaml`, STORED);
    if (process.env.WEFT_TREES === "write") fs.writeFileSync(file, `${tree}\n`);
    const stored = fs.existsSync(file) ? fs.readFileSync(file, "utf8").trimEnd() : "";
    const lines = tree.split("\n");
    const at_line = stored.split("\n").findIndex((line, place) => line !== lines[place]);
    check(`tree, ${language}, ${name}`, stored === tree, `line ${at_line + 1}: ${lines[at_line]} for ${stored.split("\n")[at_line]}`);
    // Two controls that do different things have different names.
    const controls = await page.evaluate(() => {
      const named = (own) => (own.getAttribute("aria-label") ?? own.textContent).trim();
      return [...document.querySelectorAll("main button")].map((own) => `${named(own)}|${own.closest("form")?.action}`);
    });
    const names = new Map();
    for (const control of controls) {
      const [label, action] = control.split("|");
      names.set(label, (names.get(label) ?? new Set()).add(action));
    }
    const twice = [...names].filter(([, actions]) => actions.size > 1).map(([label]) => label);
    check(`one name, one action, ${language}, ${name}`, twice.length === 0, twice.join(", "));
    const levels = await page.evaluate(() => [...document.querySelectorAll("h1, h2, h3")].map((own) => Number(own.tagName[1])));
    const leaps = levels.filter((level, place) => place > 0 && level > levels[place - 1] + 1);
    check(`headings in order, ${language}, ${name}`, leaps.length === 0, levels.join());
  }
}
await browser.close();
ended();
