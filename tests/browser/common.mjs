// What the checks share: a browser that is let in, and how a check is told.
import { chromium } from "playwright-core";
import fs from "node:fs";
import path from "node:path";

export const SMALL = { viewport: { width: 1093, height: 614 } };
// Machines that run everything at once are slow, and no fault of the pages.
export const PATIENCE = 120_000;
export const folder = process.argv[2];

let failed = 0;

export function check(name, holds, why = "") {
  if (!holds) failed += 1;
  console.log(`${holds ? "holds" : "FAILS"}  ${name}${holds ? "" : `: ${why}`}`);
}

export function launched() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
}

/** What `weft ui --no-browser` has printed into a file of the folder. */
export function opened(name) {
  return JSON.parse(fs.readFileSync(path.join(folder, name), "utf8"));
}

/** A page of a browser that was let in, and the address of the first page. */
export async function letIn(browser, opening, options = {}) {
  const context = await browser.newContext({ ...SMALL, ...options });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  await page.goto(opening.entry);
  return { context, page, home: opening.address.replace(/\/$/, "") };
}

export function ended() {
  console.log(`${failed} of the checks do not hold`);
  process.exit(Math.min(failed, 100));
}
