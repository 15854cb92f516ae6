// What pages do besides: keys in review, the place of who comes back, looking again how far work is, files that are dropped,
// a tab whose program has ended. Every page works without it.
"use strict";

const FIELDS = "input:not([type=checkbox]), select, textarea, [contenteditable]";

/** The key of an event by its place on the board, whatever letters stand on it. */
function placed(event) {
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(event.code);
  return digit ? digit[1] : event.code.replace("NumpadEnter", "Enter");
}

/** Moves to the card before or after. */
function moved(card, by) {
  const cards = [...document.querySelectorAll("[data-keys]:not(main)")];
  const next = cards[cards.indexOf(card) + by];
  if (next) next.focus();
  return Boolean(next);
}

function pressed(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing) return;
  const card = event.target.closest("[data-keys]:not(main)");
  if (!card || event.target.matches(FIELDS)) return;
  const key = placed(event);
  if (key === "ArrowDown" || key === "ArrowUp") {
    if (moved(card, key === "ArrowDown" ? 1 : -1)) event.preventDefault();
    return;
  }
  // A button, a link or a summary that has the focus does its own.
  if (key === "Enter" && event.target.matches("a, button, summary")) return;
  const all = [...card.querySelectorAll("[data-key]"), ...document.querySelectorAll("nav [data-key]")];
  const wanted = all.find((own) => own.dataset.key === key);
  if (wanted) {
    event.preventDefault();
    wanted.click();
  }
}

function keys() {
  const main = document.querySelector("main[data-keys=on]");
  if (!main) return;
  document.addEventListener("keydown", pressed);
  const card = main.querySelector("[data-keys]");
  if (card) card.focus({ preventScroll: false });
}

/** Looks again how far work is; the end of it takes the place of the page. */
function polled() {
  const at = document.querySelector("[data-poll]");
  if (!at) return;
  setTimeout(async () => {
    try {
      const answer = await fetch(at.dataset.poll, { redirect: "error" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const main = document.querySelector("main");
      const focused = document.activeElement?.closest("[data-poll] button, [data-poll] a")?.textContent;
      main.replaceWith(document.adoptNode(page.querySelector("main")));
      const again = [...document.querySelectorAll("main button, main a")].find((own) => own.textContent === focused);
      if (again) again.focus();
      if (!document.querySelector("[data-poll]")) ended(page.title);
    } catch {
      // Nobody answers now: the watch below says so.
    }
    polled();
  }, 1000);
}

function ended(title) {
  document.title = title;
  const heading = document.querySelector("main h1");
  heading.tabIndex = -1;
  heading.focus();
}

/** Files that are dropped on the form that adds some. */
function dropped() {
  for (const form of document.querySelectorAll("[data-drop]")) {
    const input = form.querySelector("input[type=file]");
    form.addEventListener("dragover", (event) => {
      event.preventDefault();
      form.classList.add("over");
    });
    form.addEventListener("dragleave", () => form.classList.remove("over"));
    form.addEventListener("drop", (event) => {
      event.preventDefault();
      form.classList.remove("over");
      if (event.dataTransfer.files.length === 0) return;
      input.files = event.dataTransfer.files;
      input.focus();
    });
  }
}

/** A tab whose program has ended says so, and comes back to its address when the program is there again. */
function watched() {
  const status = document.querySelector("[role=status]");
  const said = document.body.dataset.gone;
  if (!status || !said) return;
  let isGone = false;
  setInterval(async () => {
    try {
      await fetch("/health");
      if (isGone && (await fetch("/mark.svg")).ok) location.reload();
    } catch {
      if (!isGone) status.textContent = said;
      isGone = true;
    }
  }, 5000);
}

/** Who comes back to a page finds the focus on the link that led away, and the page where it stood. */
function returned() {
  const at = `at ${location.pathname}${location.search}`;
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (link) sessionStorage.setItem(at, JSON.stringify([link.getAttribute("href"), scrollY]));
  });
  if (performance.getEntriesByType("navigation")[0]?.type !== "back_forward") return;
  const [href, y] = JSON.parse(sessionStorage.getItem(at) ?? "[]");
  const link = [...document.querySelectorAll("a[href]")].find((own) => own.getAttribute("href") === href);
  if (!link) return;
  link.focus({ preventScroll: true });
  scrollTo(0, y);
}

keys();
returned();
polled();
dropped();
watched();
