// Holds the reader of web archives against npm's warcio on an archive that wget makes here, of a
// server on this machine: the same records at the same offsets, and the same pages.
//
//   node tests/pages/warc.mjs build/release/container_list
import { spawn, spawnSync } from "node:child_process";
import { createReadStream, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { WARCParser } from "warcio";

const [program] = process.argv.slice(2);

const story = (number) => `<html><body><p>The ferry carried ${number} people.</p>${"<p>And so on.</p>".repeat(number)}</body></html>`;
const server = createServer((request, response) => {
  const html = { "Content-Type": "text/html; charset=utf-8" };
  if (request.url === "/1") response.writeHead(200, html).end(story(1));
  else if (request.url === "/chunks") { response.writeHead(200, html); response.write(story(40)); response.end(story(2)); }
  else if (request.url === "/packed") response.writeHead(200, { ...html, "Content-Encoding": "gzip" }).end(gzipSync(story(3)));
  else if (request.url === "/moved") response.writeHead(302, { Location: "/1" }).end();
  else if (request.url === "/image") response.writeHead(200, { "Content-Type": "image/png" }).end(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]));
  else response.writeHead(404, html).end("<p>Nothing here.</p>");
});

function run(command, args) {
  return new Promise((resolve) => spawn(command, args, { stdio: "ignore" }).on("exit", resolve));
}

async function recordsOf(file) {
  const records = [];
  const parser = new WARCParser(createReadStream(file));
  for await (const record of parser) {
    const page = record.warcType === "response" && record.httpHeaders?.statusCode === 200;
    const type = page ? record.httpHeaders.headers.get("content-type") ?? "" : "";
    const text = page && type.startsWith("text/html") ? await record.contentText() : null;
    await record.skipFully();
    records.push({ offset: parser.offset, url: record.warcTargetURI, text });
  }
  return records;
}

const folder = mkdtempSync(join(tmpdir(), "tally-warc-"));
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const base = `http://127.0.0.1:${server.address().port}`;
let failures = 0;
for (const options of [[], ["--no-warc-compression"]]) {
  const name = join(folder, options.length === 0 ? "packed" : "plain");
  const urls = ["/1", "/chunks", "/packed", "/moved", "/image", "/none"].map((path) => base + path);
  await run("wget", ["-q", "--no-proxy", "-O", join(folder, "out"), `--warc-file=${name}`, ...options, ...urls]);
  const file = name + (options.length === 0 ? ".warc.gz" : ".warc");
  const wanted = await recordsOf(file);
  const got = spawnSync(program, [file]).stdout.toString().trim().split("\n").map((line) => JSON.parse(line));
  const same = (what, a, b) => {
    if (JSON.stringify(a) === JSON.stringify(b)) return;
    ++failures;
    console.log(`${file}: ${what}: warcio ${JSON.stringify(a)}, tally ${JSON.stringify(b)}`);
  };
  same("offsets", wanted.map((record) => record.offset), got.map((record) => record.offset));
  const pages = got.filter((record) => record.text !== undefined);
  same("pages", wanted.filter((record) => record.text !== null).map((record) => [record.offset, record.url]), pages.map((page) => [page.offset, page.url]));
  same("first page", wanted.find((record) => record.url === base + "/1" && record.text)?.text, pages[0]?.text);
  same("packed page", story(3), pages.find((page) => page.url.endsWith("/packed"))?.text);
  same("page in chunks", story(40) + story(2), pages.find((page) => page.url.endsWith("/chunks"))?.text);
  console.log(`${wanted.length} records, ${pages.length} pages: ${file.endsWith("gz") ? "packed" : "plain"}`);
}
server.close();
rmSync(folder, { recursive: true });
process.exit(failures === 0 ? 0 : 1);
