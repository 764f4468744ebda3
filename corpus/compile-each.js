// Compiles C.sol of many folders in one process, each into C.json beside it.
//
//   node compile-each.js LIST      a file that names a folder in each line
//
// A folder's settings.json holds settings of the compiler, beside those that all of our own sources have.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const solc = require("solc");
const { SETTINGS, compile, write } = require("./compile.js");

const faults = [];
for (const folder of fs.readFileSync(process.argv[2], "utf8").split("\n").filter((line) => line !== "")) {
  const settings = JSON.parse(fs.readFileSync(path.join(folder, "settings.json"), "utf8"));
  try {
    write(folder, "C.sol", compile(solc, folder, "C.sol", { ...SETTINGS, ...settings }, () => {}, false));
  } catch (fault) {
    faults.push(`${folder}: ${fault.message}`);
  }
}
if (faults.length > 0) throw new Error(faults.join("\n"));
