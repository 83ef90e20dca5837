// A contestant of pages.py: @mozilla/readability on linkedom, from bytes to article.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { gunzipSync } from "node:zlib";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";

const pages = process.argv.slice(2).map((path) => gunzipSync(readFileSync(path)));
console.log("ready");
for await (const _ of createInterface({ input: process.stdin })) {
  const before = process.cpuUsage();
  for (const bytes of pages) {
    try {
      new Readability(parseHTML(bytes.toString("utf8")).document).parse();
    } catch {
      // A page that it cannot read still took its time.
    }
  }
  const used = process.cpuUsage(before);
  console.log((used.user + used.system) / 1e6);
}
