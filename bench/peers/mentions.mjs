// Contestants of mentions.py: chrono-node, and Recognizers-Text for numbers or for all that it reads.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import * as chrono from "chrono-node";
import Recognizers from "@microsoft/recognizers-text-suite";

const [path, what, times] = process.argv.slice(2);
const texts = readFileSync(path, "utf8").trimEnd().split("\n").map((line) => line.replaceAll("\\n", "\n"));
const published = new Date(1987, 3, 1);
const english = "en-us";

const numbers = [Recognizers.recognizeNumber, Recognizers.recognizeOrdinal, Recognizers.recognizePercentage];
const units = [
  Recognizers.recognizeAge,
  Recognizers.recognizeCurrency,
  Recognizers.recognizeDimension,
  Recognizers.recognizeTemperature,
];
const readers = {
  chrono: (text) => chrono.parse(text, published),
  numbers: (text) => numbers.forEach((recognize) => recognize(text, english)),
  all: (text) => {
    [...numbers, ...units].forEach((recognize) => recognize(text, english));
    Recognizers.recognizeDateTime(text, english, undefined, published);
  },
};

const read = readers[what];
texts.forEach(read); // what is compiled on first use is not timed
console.log("ready");
for await (const _ of createInterface({ input: process.stdin })) {
  const before = process.cpuUsage();
  for (let i = 0; i < Number(times); ++i) texts.forEach(read);
  const used = process.cpuUsage(before);
  console.log((used.user + used.system) / 1e6 / Number(times));
}
