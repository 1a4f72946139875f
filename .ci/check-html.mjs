// Opens HTML reports in Chromium and checks what a reader needs of them:
// no violation that axe-core finds, no scrolling of the page sideways at a
// width of 320 pixels, nothing fetched, the skip link first, and a print.
// usage: node check-html.mjs FOLDER-WITH-NODE_MODULES CHROMIUM FILE...
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, chromium, ...files] = process.argv.slice(2);
const require = createRequire(join(resolve(modules), "package.json"));
const puppeteer = require("puppeteer-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const profile = mkdtempSync(join(tmpdir(), "chromium-"));
const browser = await puppeteer.launch({
  executablePath: chromium,
  userDataDir: profile,
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
let faults = 0;
const fault = (file, text) => {
  faults++;
  console.log(`${file}: ${text}`);
};

async function check(file) {
  const page = await browser.newPage();
  const url = pathToFileURL(resolve(file)).href;
  page.on("console", (m) => fault(file, `the console says: ${m.text()}`));
  page.on("request", (r) => {
    if (r.url() !== url && !r.url().startsWith("data:")) fault(file, `asks for ${r.url()}`);
  });
  for (const width of [1200, 320]) {
    await page.setViewport({ width, height: 800 });
    await page.goto(url, { waitUntil: "load" });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) fault(file, `the page is ${wide} pixels wide in a window of ${width}`);
    await page.evaluate(axe);
    const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations", "passes"] }));
    if (result.passes.length < 15) fault(file, `axe-core has applied ${result.passes.length} rules only`);
    for (const v of result.violations) {
      fault(file, `${width} pixels: ${v.id} (${v.impact}): ${v.help}`);
      for (const n of v.nodes.slice(0, 3)) console.log(`    ${n.html.slice(0, 200)}`);
    }
  }
  await page.goto(url, { waitUntil: "load" });
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => {
    const box = document.activeElement.getBoundingClientRect();
    return { target: document.activeElement.getAttribute("href"), visible: box.left >= 0 && box.width > 0 };
  });
  if (first.target !== "#report" || !first.visible) fault(file, `the first stop of the Tab key is ${JSON.stringify(first)}`);
  const print = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  if (print.length < 10_000) fault(file, "the print is empty");
  await page.close();
}

try {
  for (const file of files) await check(file);
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}
if (files.length === 0) fault("no file", "nothing was checked");
if (faults > 0) process.exit(1);
console.log(`${files.length} HTML reports checked`);
