// The pages of an open interface in a browser: what people meet on them, with a script and without one.
//
// node pages.mjs FOLDER, where FOLDER/opened.json is what `weft ui --no-browser` has printed. Each check prints a line;
// the exit code is the number of those that do not hold.
import fs from "node:fs";
import path from "node:path";
import { PATIENCE, SMALL as small, check, ended, folder, launched, letIn as enter, opened as read } from "./common.mjs";

const opened = read("opened.json");
const axe = fs.readFileSync(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const home = opened.address.replace(/\/$/, "");
const PAGES = [
  "/", "/sources", "/search?q=torture", "/records/FIRST", "/clusters", "/clusters/6.2", "/review/duplicates",
  "/review/identical", "/search/several?q=torture", "/search?q=torture&position=noted&not.cycle=1",
  "/review/sdg", "/review/entities", "/review/clusters", "/review/readings", "/plan", "/reports", "/history", "/settings", "/help",
  "/clusters/99.9",
];

const browser = await launched();
const { context: letIn, page: first } = await enter(browser, opened);
check("the entry leads to an address without its word", first.url() === `${home}/`, first.url());
const storageState = await letIn.storageState();
// The policy of the pages lets nobody else's script run; axe is put in past it.
const context = await browser.newContext({ ...small, storageState, bypassCSP: true });
context.setDefaultTimeout(PATIENCE);
const page = await context.newPage();
const errors = [];

async function inLanguage(code) {
  await first.goto(`${home}/help`);
  await first.selectOption("#language", code);
  await first.click("form[action='/settings/language'] button");
}

async function record() {
  await first.goto(`${home}/search?q=torture`);
  return first.locator("[data-record]").first().getAttribute("data-record");
}

async function sounds(at) {
  await page.goto(at);
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  return found.violations.map((one) => `${one.id} (${one.nodes.slice(0, 3).map((node) => node.target).join(", ")})`);
}

const one = await record();
const all = PAGES.map((at) => at.replace("FIRST", one));
for (const language of ["en", "ar"]) {
  await inLanguage(language);
  for (const at of all) {
    const violations = await sounds(home + at);
    check(`axe, ${language}, ${at}`, violations.length === 0, violations.join("; "));
    const direction = await page.evaluate(() => document.documentElement.dir);
    check(`direction, ${language}, ${at}`, direction === (language === "ar" ? "rtl" : "ltr"), direction);
    for (const width of [1093, 320]) {
      await page.setViewportSize({ width, height: 614 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      check(`no sideways scroll at ${width}, ${language}, ${at}`, over <= 0, `${over} px`);
    }
    await page.setViewportSize(small.viewport);
  }
}
await inLanguage("en");

// The pages that are handed on: no server stands behind them, and they are printed.
const written = path.join(folder, "written");
for (const name of fs.readdirSync(written).filter((own) => own.endsWith(".html"))) {
  const violations = await sounds(`file://${path.join(written, name)}`);
  check(`axe, ${name}`, violations.length === 0, violations.join("; "));
  check(`no script, ${name}`, !/<script/i.test(fs.readFileSync(path.join(written, name), "utf8")), "it has one");
  // The width of A4 between its margins.
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 680, height: 900 });
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  check(`fits on A4, ${name}`, over <= 0, `${over} px`);
  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize(small.viewport);
}

// Under the policy as it is.
first.on("console", (message) => message.type() === "error" && !/404/.test(message.text()) && errors.push(message.text()));
first.on("pageerror", (error) => errors.push(error.message));
for (const at of all) {
  await first.goto(home + at);
  const counts = await first.evaluate(() => ["h1", "main", "[role=status]"].map((own) => document.querySelectorAll(own).length));
  check(`one heading, one main part, one status, ${at}`, counts.join() === "1,1,1", counts.join());
}

// A form that is not taken: what is wrong stands first and has the focus, its link leads to the field, which keeps what was
// written. Scanners find nothing on it.
for (const language of ["ar", "en"]) {
  await inLanguage(language);
  await page.goto(`${home}/records/${one}`);
  await page.fill("#to", "Nowhere");
  await Promise.all([page.waitForNavigation(), page.click("form[action='/records/move'] button:last-of-type")]);
  const focusedOn = () => page.evaluate(() => document.activeElement?.id);
  check(`a slip has the focus, ${language}`, (await focusedOn()) === "slip", await focusedOn());
  check(`a slip is in the title, ${language}`, /^(Error|خطأ): /.test(await page.title()), await page.title());
  check(`what was written stays, ${language}`, (await page.inputValue("#to")) === "Nowhere");
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run());
  check(`axe, ${language}, a slip`, found.violations.length === 0, found.violations.map((own) => own.id).join("; "));
  await page.click("#slip a");
  check(`the link leads to the field, ${language}`, (await focusedOn()) === "to", await focusedOn());
}

// A record is moved by single clicks alone, and by keys alone.
const membersOf = async (at) => (await (await letIn.request.get(`${home}${at}.json`)).json()).members.map((own) => own.id);
const [moved, other] = await membersOf("/clusters/6.2");
await first.goto(`${home}/clusters/6.2`);
await first.click(`input[name=record][value="${moved}"]`);
await first.fill("#to", "6.1");
await Promise.all([first.waitForNavigation(), first.click("button[value=move]")]);
check("moved by clicks alone", (await membersOf("/clusters/6.1")).includes(moved));
await first.goto(`${home}/clusters/6.2`);
const reached = async (selector, key = "Tab") => {
  for (let steps = 0; steps < 400; steps += 1) {
    if (await first.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return true;
    await first.keyboard.press(key);
  }
  return false;
};
check("the mark of a record is reached by keys", await reached(`input[name=record][value="${other}"]`));
await first.keyboard.press("Space");
check("where to is reached by keys", await reached("#to", "Shift+Tab"));
await first.keyboard.type("6.1");
await first.keyboard.press("Tab");
await Promise.all([first.waitForNavigation(), first.keyboard.press("Enter")]);
check("moved by keys alone", (await membersOf("/clusters/6.1")).includes(other));

// Keys by their place on the board: what stands on them is of another alphabet.
await first.goto(`${home}/review/duplicates`);
const open = async () => Number(await first.locator("main [data-total]").first().getAttribute("data-total"));
const focused = () => first.evaluate(() => document.activeElement?.getAttribute("data-record"));
const before = await focused();
check("the first member that waits has the focus", Boolean(before), before);
await first.evaluate(() => {
  const event = { key: "١", code: "Digit1", bubbles: true, cancelable: true };
  document.activeElement.dispatchEvent(new KeyboardEvent("keydown", event));
});
await first.waitForLoadState();
await first.waitForFunction((id) => document.activeElement?.getAttribute("data-record") !== id, before);
const last = await first.locator("[role=status]").innerText();
check("an answer by key is the last change", /same ask|same-ask/.test(last), last);
const next = await focused();
check("the focus is on the next member", Boolean(next) && next !== before, `${before} then ${next}`);
let steps = 0;
await first.evaluate(() => document.querySelector("a.skip").focus());
while (steps < 40 && !(await first.evaluate(() => document.activeElement.closest("form[action='/history/undo']")))) {
  await first.keyboard.press("Tab");
  steps += 1;
}
await Promise.all([first.waitForNavigation(), first.keyboard.press("Enter")]);
check("undo is near, and leads back", steps <= 30 && first.url().includes("/review/duplicates"), `${steps} steps to ${first.url()}`);
await first.goto(`${home}/review/duplicates`);
check("undo by keys alone brings the member back", (await focused()) === before, `${await focused()} for ${before}`);
await first.evaluate(() => {
  const field = document.querySelector("input[name=q]");
  field.focus();
  field.dispatchEvent(new KeyboardEvent("keydown", { key: "1", code: "Digit1", bubbles: true }));
});
await first.waitForTimeout(300);
check("keys do nothing in fields", first.url() === `${home}/review/duplicates`, first.url());
const waiting = await open();
await first.keyboard.press("Control+1");
check("keys do nothing with modifiers", (await open()) === waiting);

// SDG targets: nothing is ticked beforehand, a digit ticks, Enter decides and shows the next.
await first.goto(`${home}/review/sdg`);
const many = await open();
const ticked = () => first.locator("input[name=accept]:checked").count();
check("nothing is ticked beforehand", (await ticked()) === 0);
await first.keyboard.press("1");
check("a digit ticks the first", (await ticked()) === 1);
await first.keyboard.press("Enter");
await first.waitForURL(/at=0/);
check("one item is decided", (await open()) === many - 1, `${many} then ${await open()}`);
check("the address says why, or its words", (await first.locator(".choice .small").first().innerText()).length > 3);

// Sources: a file is read in, its parts add up, and its own page has them.
const rows = "id,state,text,session\nB1,Saravia,Build a library in each province,34\nB2,Saravia,,34\n";
fs.writeFileSync(path.join(folder, "rows.csv"), rows);
await first.goto(`${home}/sources`);
await first.setInputFiles("#files", path.join(folder, "rows.csv"));
await first.click("form[data-drop] button.first");
await first.waitForURL(/jobs/);
await first.waitForSelector("main table", { timeout: 120_000 });
check("the end of work has the focus on its heading", await first.evaluate(() => document.activeElement.tagName === "H1"));
await first.goto(`${home}/sources`);
await first.click("main a >> text=rows.csv");
await first.waitForURL(/sources\/[0-9a-f]/);
const parts = await first.locator("main").innerText();
check("rows read and not read add up", /2 rows: 1 taken over, 1 not taken over/.test(parts), parts.slice(0, 200));
const [saved] = await Promise.all([first.waitForEvent("download"), first.click("text=Save these")]);
check("the rows that were not taken over are saved", (await saved.path()) && fs.readFileSync(await saved.path(), "utf8").includes("rows.csv"));
check("nothing on the console under the policy", errors.length === 0, errors.join("; "));

// One way through without a script: read in, decide, name a cluster, write the plan.
const plain = await browser.newContext({ ...small, storageState, javaScriptEnabled: false });
plain.setDefaultTimeout(PATIENCE);
const bare = await plain.newPage();
await bare.goto(`${home}/review/duplicates`);
await bare.click("main form[action='/review/answer'] button >> nth=0");
check("without a script a duplicate is decided", bare.url().includes("/review/duplicates"), bare.url());
await bare.goto(`${home}/clusters/6.2`);
await bare.fill("#title", "Violence at home");
await bare.click("form[action='/clusters/rename'] button");
check("without a script a cluster is named", (await bare.locator("h1").innerText()).includes("Violence at home"));
await bare.goto(`${home}/plan`);
const [plan] = await Promise.all([bare.waitForEvent("download"), bare.click("a[href='/plan.docx']")]);
check("without a script the plan is saved", fs.statSync(await plan.path()).size > 10_000);
fs.writeFileSync(path.join(folder, "more.csv"), rows.replaceAll("B1", "C1").replaceAll("library", "museum"));
await bare.goto(`${home}/sources`);
await bare.setInputFiles("#files", path.join(folder, "more.csv"));
await bare.click("form[data-drop] button.first");
for (let tries = 0; tries < 120 && (await bare.locator("main table").count()) === 0; tries += 1) {
  await bare.waitForTimeout(500);
  await bare.goto(bare.url());
}
check("without a script a file is read in", (await bare.locator("main").innerText()).includes("more.csv"));

// The end.
await first.goto(`${home}/help`);
await first.click("form.stop button");
check("the end is said", (await first.locator("main").innerText()).includes("Weft has stopped"));
await browser.close();
ended();
