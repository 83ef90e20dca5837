// The same pages through @mozilla/readability with linkedom, for comparison with bench/pages.
//
//   npm install --no-save @mozilla/readability linkedom && node bench/pages_peers.mjs ../shared/evals/pages
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";

function pagesBelow(path) {
  return readdirSync(path).sort().flatMap((name) => {
    const child = join(path, name);
    return statSync(child).isDirectory() ? pagesBelow(child) : name.endsWith(".gz") ? [gunzipSync(readFileSync(child)).toString("utf8")] : [];
  });
}

const pages = pagesBelow(process.argv[2]);
const before = process.cpuUsage();
let failed = 0;
for (const html of pages) {
  try {
    new Readability(parseHTML(html).document).parse();
  } catch {
    ++failed;
  }
}
const used = process.cpuUsage(before);
const seconds = (used.user + used.system) / 1e6;
console.log(`${pages.length} pages, ${failed} failed: ${(pages.length / seconds).toFixed(1)} pages/s (CPU time) by Readability with linkedom`);
