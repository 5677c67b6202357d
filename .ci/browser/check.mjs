// Opens reports in headless Chromium, as a reader would on a screen, on a telephone and on paper, and says what is
// wrong with them. `node check.mjs FILE…`; the browser is the one that CHROMIUM names, else the distribution's.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// The margins of the printed page, in points: the marking has to stand in them, not merely in the text.
const PAPER = { width: 595, height: 842, head: 59, foot: 56 };
const SWITCHES = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

/** What the page says of itself; runs in the page. */
function structure() {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const wrong = [];
  if (document.documentElement.lang !== "en-GB") wrong.push("the language is not en-GB");
  if (all("main").length !== 1) wrong.push("there is not one main");
  if (all("h1").length !== 1) wrong.push("there is not one h1");
  if (all("script, link, img, iframe, object, embed, form, base").length > 0) wrong.push("it holds more than text and SVG");
  let last = 0;
  for (const heading of all("h1, h2, h3, h4, h5, h6")) {
    const level = Number(heading.tagName[1]);
    if (level > last + 1) wrong.push(`h${last} is followed by h${level}: ${heading.textContent}`);
    last = level;
  }
  for (const [at, table] of all("table").entries()) {
    const columns = table.querySelectorAll("thead th[scope=col]");
    if (columns.length === 0) wrong.push(`table ${at + 1} has no column headings`);
    if ([...columns].some((column) => column.textContent.trim() === "")) wrong.push(`table ${at + 1} has an empty heading`);
    for (const row of table.querySelectorAll("tbody tr")) {
      const cells = [...row.children].reduce((sum, cell) => sum + cell.colSpan, 0);
      if (cells !== columns.length) wrong.push(`table ${at + 1} has a row of ${cells} cells`);
      if (!row.querySelector("th[scope=row], th[scope=rowgroup]")) wrong.push(`table ${at + 1} has a row without a heading`);
    }
  }
  const links = all("a[href]");
  for (const link of links) {
    const target = link.getAttribute("href");
    if (!target.startsWith("#")) wrong.push(`a link leads out: ${target}`);
    else if (!document.getElementById(target.slice(1))) wrong.push(`nothing is at ${target}`);
  }
  if (all("nav a").length === 0) wrong.push("there is no contents list");
  const ids = all("[id]").map((element) => element.id);
  for (const id of ids.filter((id, at) => ids.indexOf(id) !== at)) wrong.push(`the id ${id} stands twice`);
  for (const picture of all("svg[role=img]")) {
    // A mark in a table says in a word what it is; its row and column say of what.
    if (picture.closest("td") && picture.getAttribute("aria-label")) continue;
    const said = ["aria-labelledby", "aria-describedby"].map((name) => picture.getAttribute(name));
    if (!said.every((id) => document.getElementById(id)?.textContent)) wrong.push("a picture is not described");
  }
  for (const figure of all("figure")) {
    if (!figure.querySelector("figcaption")) wrong.push("a figure has no caption");
  }
  return wrong;
}

/** Text that runs out of its picture, for it would be cut off or lie on something else; runs in the page. */
function cutOff() {
  const edge = document.documentElement.clientWidth;
  const outside = [];
  for (const text of document.querySelectorAll("figure svg text")) {
    if (text.closest(".levels, .scroll")) continue; // it scrolls by itself
    const box = text.getBoundingClientRect();
    if (box.left < -0.5 || box.right > edge + 0.5) outside.push(`cut off at ${edge} pixels: ${text.textContent}`);
  }
  return outside;
}

async function axe(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate((values) => globalThis.axe.run({ runOnly: { type: "tag", values } }), RULES);
  return violations.map((rule) => `axe ${rule.id}: ${rule.nodes.map((node) => `${node.target} ${node.failureSummary}`).join("; ")}`);
}

async function onScreen(page) {
  const wrong = await page.evaluate(structure);
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) wrong.push(`at ${width} pixels the page is ${wide} wide`);
    wrong.push(...(await page.evaluate(cutOff)));
    wrong.push(...(await axe(page)).map((line) => `at ${width} pixels, ${line}`));
  }
  return wrong;
}

/** A text without its spaces and line ends, which are the paper's. */
const tight = (text) => text.replace(/\s+/g, "");

/** What stands on every page between two heights. */
function strip(pdf, from, height) {
  const crop = ["-x", "0", "-y", `${from}`, "-W", `${PAPER.width}`, "-H", `${height}`];
  const pages = execFileSync("pdftotext", [...crop, pdf, "-"], { encoding: "utf8" }).split("\f");
  return pages.slice(0, -1).map(tight);
}

async function onPaper(page, folder) {
  const pdf = path.join(folder, "report.pdf");
  await page.pdf({ path: pdf, preferCSSPageSize: true });
  const size = execFileSync("pdfinfo", [pdf], { encoding: "utf8" }).match(/Page size:\s+([\d.]+) x ([\d.]+)/);
  const wrong = [];
  if (Math.round(size[1]) !== PAPER.width || Math.round(size[2]) !== PAPER.height) wrong.push(`the paper is ${size[0]}`);
  const text = (selector) => page.evaluate((selector) => document.querySelector(selector)?.textContent ?? "", selector);
  const marking = tight(await text("p.marking"));
  const context = tight(await text("footer p:not(.marking)"));
  const heads = strip(pdf, 0, PAPER.head);
  const feet = strip(pdf, PAPER.height - PAPER.foot, PAPER.foot);
  for (let at = 0; at < heads.length; at += 1) {
    if (heads[at] !== marking + context) wrong.push(`the head of page ${at + 1} is ${heads[at]}`);
    if (feet[at] !== `${marking}Page${at + 1}of${heads.length}`) wrong.push(`the foot of page ${at + 1} is ${feet[at]}`);
  }
  return { wrong, pages: heads.length };
}

async function check(browser, file, folder) {
  const page = await browser.newPage();
  const noise = [];
  const address = pathToFileURL(path.resolve(file)).href;
  page.on("console", (message) => noise.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => noise.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (request.url() !== address) noise.push(`it asks for ${request.url()}`);
  });
  await page.goto(address);
  const screen = await onScreen(page);
  const paper = await onPaper(page, folder);
  await page.close();
  return { wrong: [...noise, ...screen, ...paper.wrong], pages: paper.pages };
}

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("name the HTML files to check");
  process.exit(2);
}
const folder = mkdtempSync(path.join(tmpdir(), "report-"));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: SWITCHES });
let failed = false;
try {
  for (const file of files) {
    const { wrong, pages } = await check(browser, file, folder);
    failed ||= wrong.length > 0;
    console.log(wrong.length > 0 ? `${file}: ${wrong.length} problems` : `${file}: good, ${pages} pages of A4`);
    for (const line of wrong) console.log(`  ${line}`);
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
process.exit(failed ? 1 : 0);
