// Checks the claims about OpenZeppelin Contracts and prints a table: what is expected of each, what came out, and how.
//
//   npm ci --prefix corpus/real && node corpus/real/openzeppelin/table.js [FILE.inv…] [-- options of thymus check]
//
// It ends with 1 if a verdict is wrong, or another one than claims.json says. A claim that is open for a reason may be open.
"use strict";
const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

const root = path.resolve(__dirname, "../../..");
const thymus = process.env.THYMUS ?? path.join(root, "thymus");
const claims = JSON.parse(fs.readFileSync(path.join(__dirname, "claims.json"), "utf8"));
const words = process.argv.slice(2);
const end = words.indexOf("--") < 0 ? words.length : words.indexOf("--");
const given = words.slice(end + 1);
const options = given.length > 0 ? given : ["--for", "4m", "--transactions", "20000", "--independent", "off"];
const files = end > 0 ? words.slice(0, end).map((f) => path.basename(f)) : Object.keys(claims);

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "thymus-claims-"));
const rows = [];
const notes = [];
let wrong = 0;
for (const file of files) {
  const report = path.join(folder, file + ".json");
  const run = spawnSync(thymus, ["check", path.join(__dirname, file), "--out", folder, "--json", report, ...options], { encoding: "utf8" });
  if (!fs.existsSync(report)) throw new Error(`${file}: ${run.stdout}${run.stderr}`);
  for (const property of JSON.parse(fs.readFileSync(report, "utf8")).properties) {
    const claim = claims[file][property.name];
    const unsound = property.verdict === (claim.truth ? "falsified" : "proved");
    const other = property.verdict !== claim.verdict && !(claim.why && !unsound);
    if (unsound || other) wrong++;
    rows.push([file, property.name, claim.truth ? "true" : "false", property.verdict, property.method ?? "",
      String(property.millis), property.assumptions.join("; "), unsound ? "WRONG" : other ? `not ${claim.verdict}` : ""]);
    if (claim.why) notes.push(`${property.name}: ${claim.why}`);
    if (other) notes.push(`${property.name}: ${property.reason}`);
  }
}
fs.rmSync(folder, { recursive: true });

const head = ["file", "claim", "it is", "verdict", "method", "ms", "assumptions", ""];
const widths = head.map((h, i) => Math.max(h.length, ...rows.map((r) => r[i].length)));
for (const row of [head, ...rows]) console.log(row.map((cell, i) => cell.padEnd(widths[i])).join("  ").trimEnd());
const proved = rows.filter((r) => r[2] === "true" && r[3] === "proved").length;
const falsified = rows.filter((r) => r[2] === "false" && r[3] === "falsified").length;
console.log(`\n${rows.length} claims; proved ${proved} of ${rows.filter((r) => r[2] === "true").length} true ones, falsified `
  + `${falsified} of ${rows.filter((r) => r[2] === "false").length} false ones`);
for (const note of new Set(notes)) console.log(note);
process.exitCode = wrong > 0 ? 1 : 0;
