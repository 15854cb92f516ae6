// Ways through the pages: filters, back and forward, a slow answer, a queue by keys, and from an empty folder to a plan.
//
// node journey.mjs FOLDER, where opened.json is of the demo and empty.json of a folder in which nothing is.
import fs from "node:fs";
import { check, ended, launched, letIn, opened } from "./common.mjs";

const browser = await launched();
const { page, home, context } = await letIn(browser, opened("opened.json"));
const main = () => page.locator("main").innerText();
const total = async () => Number(await page.locator("main [data-total]").first().getAttribute("data-total"));

// A filter by click and by address.
await page.goto(`${home}/search?q=torture`);
await page.click("aside a[href*='position=noted'] >> nth=0");
await page.waitForURL(/position=noted/);
const [clicked, at] = [await main(), page.url()];
await page.goto(`${home}/search?position=noted&q=torture`);
check("a filter by click and by address give the same", (await main()) === clicked, page.url());
await page.goto(at);
await page.selectOption("#language", "fr");
await page.click("form[action='/settings/language'] button");
check("a change of language keeps the address", page.url() === at, `${page.url()} for ${at}`);
await page.selectOption("#language", "en");
await page.click("form[action='/settings/language'] button");

// The first of two answers is late: the page ends on the second, whole.
await page.goto(`${home}/search?q=torture`);
await page.route("**/search?q=torture&position=noted*", async (route) => {
  await new Promise((soon) => setTimeout(soon, 2000));
  await route.continue().catch(() => {});
});
const late = page.goto(`${home}/search?q=torture&position=noted`).catch(() => {});
await page.goto(`${home}/search?q=torture&mechanism=upr`);
await late;
await page.waitForTimeout(2500);
check("a late answer paints over nothing", page.url().endsWith("mechanism=upr"), page.url());
const said = await page.locator(".chosen").innerText();
const data = await (await context.request.get(`${home}/search.json?q=torture&mechanism=upr`)).json();
check("heading, filters and data agree", /UPR|Periodic/i.test(said) && (await total()) === data.total, said);
await page.unroute("**/search?q=torture&position=noted*");

// What cannot be shown shows no number of before.
await page.goto(`${home}/clusters/99.9`);
check("a fault is told and no number stands", (await page.locator("[role=alert]").count()) === 1 && (await page.locator("[data-total]").count()) === 0);

// Six on and six back: the same pages, the focus on the link that one left by, the place on the page.
const way = ["/search?q=women", "a[href^='/records/']", "a[href^='/clusters/']", "a[href^='/records/'] >> nth=1", "a[href^='/sources/']", "nav a[href='/clusters']", "main a[href^='/clusters/'] >> nth=5"];
await page.goto(home + way[0]);
const left = [];
for (const link of way.slice(1)) {
  const own = page.locator(link.startsWith("nav") ? link : link.startsWith("main") ? link : `main ${link}`).first();
  await own.scrollIntoViewIfNeeded();
  left.push([page.url(), await own.getAttribute("href"), await page.evaluate(() => scrollY)]);
  await Promise.all([page.waitForNavigation(), own.click()]);
}
const farthest = page.url();
for (const [address, href, y] of left.reverse()) {
  await page.goBack();
  await page.waitForLoadState();
  check(`back at ${address.replace(home, "")}`, page.url() === address, page.url());
  await page.waitForTimeout(100);
  const [focus, now] = await page.evaluate(() => [document.activeElement?.getAttribute("href"), scrollY]);
  check(`the focus is where one left, ${address.replace(home, "")}`, focus === href, `${focus} for ${href}`);
  check(`the place is where one left, ${address.replace(home, "")}`, Math.abs(now - y) <= 50, `${now} for ${y}`);
}
for (let steps = 0; steps < left.length; steps += 1) await page.goForward();
check("six forward", page.url() === farthest, `${page.url()} for ${farthest}`);

// Every proposal says why before how sure; marks can be seen without colour.
for (const queue of ["sdg", "entities"]) {
  await page.goto(`${home}/review/${queue}`);
  const reasons = await page.locator(".choice .small").allInnerTexts();
  check(`each proposal says why, ${queue}`, reasons.length > 0 && reasons.every((own) => own.trim().length > 2), reasons.join("|"));
}
await page.goto(`${home}/search?q=torture`);
const line = await page.locator("mark").first().evaluate((own) => getComputedStyle(own).textDecorationLine);
check("marks are underlined", line === "underline", line);

// To refuse takes no more keys than to accept; each answer is told once, in the one place for it.
await page.goto(`${home}/review/duplicates`);
const keys = await page.locator("form[action='/review/answer'] button").evaluateAll((all) => all.map((own) => own.dataset.key));
check("one key for either answer", keys.includes("1") && keys.includes("2"), keys.join());
const before = await page.locator("[role=status]").innerText();
const record = await page.evaluate(() => document.activeElement?.getAttribute("data-record"));
await Promise.all([page.waitForNavigation(), page.evaluate(() => {
  // The key that French boards have for 2 is é, and Russian ones have it as well.
  const event = { key: "é", code: "Digit2", bubbles: true, cancelable: true };
  document.activeElement.dispatchEvent(new KeyboardEvent("keydown", event));
})]);
const after = await page.locator("[role=status]").innerText();
check("what was answered is told", after !== before && (await page.locator("[role=status]").count()) === 1, after);
check("the focus is on what waits", (await page.evaluate(() => document.activeElement?.getAttribute("data-record"))) !== record);
await page.waitForTimeout(1000);
check("undo stands after a while", (await page.locator("form[action='/history/undo'] button").count()) > 0);
await page.locator("section.last form[action='/history/undo'] button").click();
await page.waitForLoadState();

// Strongest contrast is kept.
await page.goto(`${home}/settings`);
await page.click("form[action='/settings/contrast'] button");
await page.goto(`${home}/`);
const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
check("the strongest contrast is black on white", paper === "rgb(255, 255, 255)" && (await page.locator("html.contrast").count()) === 1, paper);
await page.goto(`${home}/settings`);
await page.click("form[action='/settings/contrast'] button");

// From an empty folder to a plan as a document, by what is on the screen alone.
const { page: office, home: fresh } = await letIn(browser, opened("empty.json"));
let acts = 0;
const act = async (locator) => {
  acts += 1;
  await office.locator(locator).first().click();
  await office.waitForLoadState();
};
await office.goto(`${fresh}/`);
await act("form[action='/sources/demo'] button");
await office.waitForSelector("main table");
await act("main a[href='/review/duplicates']");
const events = async () => (await (await office.context().request.get(`${fresh}/history.json?most=1`)).json()).total;
const open = await events();
for (let answered = 0; answered < 5; answered += 1) {
  acts += 1;
  await Promise.all([office.waitForNavigation(), office.keyboard.press("1")]);
}
check("five answers by one key each", (await events()) >= open + 5, `${open} then ${await events()}`);
await act("nav a[href='/clusters']");
await act("main a[href^='/clusters/']");
acts += 1;
await office.fill("#title", "What we do first");
await act("form[action='/clusters/rename'] button");
check("a cluster has a name of ours", (await office.locator("h1").innerText()).includes("What we do first"));
await act("form[action='/clusters/accept'] button");
await act("nav a[href='/plan']");
acts += 1;
const [saved] = await Promise.all([office.waitForEvent("download"), office.locator("a[href='/plan.docx']").click()]);
check("the plan is a document", fs.statSync(await saved.path()).size > 10_000);
check("at most thirty clicks and keys", acts <= 30, `${acts}`);
await browser.close();
ended();
