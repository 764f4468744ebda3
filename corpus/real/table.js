// Checks the claims about published contracts and prints a table: what is expected of each, what came out, and how.
//
//   npm ci --prefix corpus/real && node corpus/real/table.js [FILE.inv…] [-- options of thymus check]
//
// Without files it checks all of this folder and of openzeppelin/. It ends with 1 if a verdict is wrong, or another one than is
// expected, or if a counterexample is not confirmed on anvil. A claim that is open for a reason may be open, or better.
"use strict";
const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

const root = path.resolve(__dirname, "../..");
const thymus = process.env.THYMUS ?? path.join(root, "thymus");
/** The contracts in openzeppelin/ are whole applications, and have more functions than a limiter. */
const APPLICATION = [["--for", "4m"], ["--transactions", "20000"]];
const LIMITER = [["--for", "60s"], ["--transactions", "100000"]];
const defaults = (file) => [...(file.includes("openzeppelin") ? APPLICATION : LIMITER), ["--prove-again"]];

const words = process.argv.slice(2);
const end = words.indexOf("--") < 0 ? words.length : words.indexOf("--");
const given = words.slice(end + 1);
const confirms = !given.includes("off");
const files = end > 0 ? words.slice(0, end).map((f) => path.resolve(f)) : [__dirname, path.join(__dirname, "openzeppelin")]
  .flatMap((folder) => fs.readdirSync(folder).filter((f) => f.endsWith(".inv")).sort().map((f) => path.join(folder, f)));

/** What is expected of each property of a file: from the file of that name, or from that of its folder. */
function expected(file) {
  const beside = file.replace(/\.inv$/, ".expected.json");
  const claims = fs.existsSync(beside) ? JSON.parse(fs.readFileSync(beside, "utf8")).properties
    : JSON.parse(fs.readFileSync(path.join(path.dirname(file), "claims.json"), "utf8"))[path.basename(file)];
  for (const claim of Object.values(claims)) claim.truth ??= claim.verdict === "proved";
  return claims;
}

function method(property) {
  switch (property.verdict) {
    case "proved": return property.method;
    case "proved-to-depth": return `search to depth ${property.depth}`;
    case "falsified": return `${property.steps} step${property.steps === 1 ? "" : "s"}`
      + (property.confirmed_on.length > 0 ? `, confirmed on ${property.confirmed_on.join(", ")}` : "");
    default: return property.verdict === "tested" ? "fuzzing" : "";
  }
}

function check(file, folder) {
  const report = path.join(folder, "report.json");
  const run = spawnSync(thymus, ["check", file, "--out", folder, "--json", report,
    ...defaults(file).filter(([name]) => !given.includes(name)).flat(), ...given], { encoding: "utf8" });
  if (!fs.existsSync(report)) throw new Error(`${file}: ${run.stdout}${run.stderr}`);
  return JSON.parse(fs.readFileSync(report, "utf8")).properties;
}

const rows = [];
const notes = [];
for (const [at, file] of files.entries()) {
  const subject = path.relative(__dirname, file).replace(/\.inv$/, "");
  const claims = expected(file);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "thymus-claims-"));
  process.stderr.write(`${at + 1} of ${files.length}: ${subject}\n`);
  const properties = check(file, folder);
  fs.rmSync(folder, { recursive: true });
  for (const property of properties) {
    const claim = claims[property.name];
    const unsound = property.verdict === (claim.truth ? "falsified" : "proved");
    const right = property.verdict === (claim.truth ? "proved" : "falsified");
    const other = property.verdict !== claim.verdict && !right && !claim.why;
    const unconfirmed = confirms && property.verdict === "falsified" && property.confirmed_on.length === 0;
    rows.push({
      cells: [subject, property.name, claim.truth ? "T" : "F", claim.verdict, property.verdict, method(property),
        String(property.millis), property.assumptions.join("; "),
        unsound ? "WRONG" : other ? `not ${claim.verdict}` : unconfirmed ? "not confirmed" : ""],
      truth: claim.truth, right, unsound, bad: unsound || other || unconfirmed,
    });
    if (claim.claim) notes.push(`${subject} ${property.name}: ${claim.claim}`);
    if (claim.why && !right) notes.push(`${subject} ${property.name} is open: ${claim.why}`);
    if (other || unconfirmed) notes.push(`${subject} ${property.name}: ${property.unconfirmed ?? property.reason}`);
  }
}

const head = ["subject", "property", "it is", "expected", "got", "method", "ms", "assumptions", ""];
const widths = head.map((h, i) => Math.max(h.length, ...rows.map((r) => r.cells[i].length)));
for (const cells of [head, ...rows.map((r) => r.cells)]) {
  console.log(cells.map((cell, i) => cell.padEnd(widths[i])).join("  ").trimEnd());
}
const count = (of) => rows.filter(of).length;
console.log(`\n${rows.length} claims; proved ${count((r) => r.truth && r.right)} of ${count((r) => r.truth)} true ones, falsified `
  + `${count((r) => !r.truth && r.right)} of ${count((r) => !r.truth)} false ones; ${count((r) => r.unsound)} wrong\n`);
for (const note of notes) console.log(note);
process.exitCode = rows.some((r) => r.bad) ? 1 : 0;
