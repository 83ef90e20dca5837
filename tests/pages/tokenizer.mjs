// Holds the tokenizer against parse5 on every page of the open evaluation sets: the runs of text
// must begin at the same bytes.
//
//   node tests/pages/tokenizer.mjs build/release/text_starts ../shared/evals/pages [--all]
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { Parser } from "parse5";

const [program, folder] = process.argv.slice(2);

// The offsets (in UTF-16 units) at which parse5 sees runs of text begin, whatever its tree builder
// then does with them.
function textStarts(html) {
  const starts = [];
  let inText = false;
  const other = () => { inText = false; };
  class Recorder extends Parser {
    text(token) {
      if (!inText) starts.push(token.location.startOffset);
      inText = true;
    }
    onCharacter(token) { this.text(token); super.onCharacter(token); }
    onWhitespaceCharacter(token) { this.text(token); super.onWhitespaceCharacter(token); }
    onNullCharacter(token) { this.text(token); super.onNullCharacter(token); }
    onStartTag(token) { other(); super.onStartTag(token); }
    onEndTag(token) { other(); super.onEndTag(token); }
    onComment(token) { other(); super.onComment(token); }
    onDoctype(token) { other(); super.onDoctype(token); }
  }
  const onParseError = (error) => { if (error.code === "missing-end-tag-name") other(); };
  const parser = new Recorder({ sourceCodeLocationInfo: true, onParseError });
  parser.tokenizer.write(html, true);
  return starts;
}

// UTF-16 offsets → byte offsets, in one pass.
function toBytes(html, offsets) {
  const bytes = [];
  let at = 0, byte = 0;
  for (const offset of offsets) {
    byte += Buffer.byteLength(html.slice(at, offset));
    at = offset;
    bytes.push(byte);
  }
  return bytes;
}

function pagesBelow(path) {
  return readdirSync(path).sort().flatMap((name) => {
    const child = join(path, name);
    return statSync(child).isDirectory() ? pagesBelow(child) : name.endsWith(".gz") ? [child] : [];
  });
}

const scratch = mkdtempSync(join(tmpdir(), "tally-pages-"));
const pages = pagesBelow(folder).map((path, number) => {
  const html = gunzipSync(readFileSync(path)).toString("utf8").replace(/^\uFEFF/, "");
  const file = join(scratch, `${number}.html`);
  writeFileSync(file, html);
  return { path, html, file };
});
const ran = spawnSync(program, { input: pages.map((page) => page.file).join("\n") + "\n", maxBuffer: 1 << 30 });
const lines = ran.stdout.toString().trim().split("\n").map((line) => JSON.parse(line));
rmSync(scratch, { recursive: true });

let different = 0;
pages.forEach((page, number) => {
  const wanted = toBytes(page.html, textStarts(page.html));
  const got = lines[number];
  const at = wanted.findIndex((start, i) => start !== got[i]);
  if (at < 0 && wanted.length === got.length) return;
  ++different;
  const place = Math.min(wanted[at] ?? Infinity, got[at < 0 ? wanted.length : at] ?? Infinity);
  const around = Buffer.from(page.html).subarray(Math.max(0, place - 80), place + 60).toString();
  console.log(`${page.path}: parse5 ${wanted[at]}, tally ${got[at < 0 ? wanted.length : at]}: ${JSON.stringify(around)}`);
});
console.log(`${pages.length - different} of ${pages.length} pages: the same text starts as parse5`);
process.exit(different === 0 && pages.length > 0 ? 0 : 1);
