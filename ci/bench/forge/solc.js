#!/usr/bin/env node
// What forge takes for a native compiler: answers --version and --standard-json with the npm package that SOLCJS names.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const solc = require(process.env.SOLCJS);

function read(name) {
  try {
    return { contents: fs.readFileSync(path.resolve(name), "utf8") };
  } catch (e) {
    return { error: `${name}: ${e.message}` };
  }
}

const words = process.argv.slice(2);
if (words.includes("--version")) {
  console.log(`solc, the solidity compiler commandline interface\nVersion: ${solc.version()}`);
} else if (words.includes("--standard-json")) {
  console.log(solc.compile(fs.readFileSync(0, "utf8"), { import: read }));
} else {
  console.error(`not supported: ${words.join(" ")}`);
  process.exit(1);
}
