// Compiles our wrappers with the compiler and the settings that each package is published for.
"use strict";
const path = require("node:path");
const { compile, write } = require("../compile.js");

const plain = { bytecodeHash: "none", appendCBOR: false };
const oz = {
  compiler: "solc0827",
  settings: { optimizer: { enabled: true, runs: 200 }, evmVersion: "cancun", metadata: plain },
};
const ccip = {
  compiler: "solc0826",
  settings: { optimizer: { enabled: true, runs: 80000 }, evmVersion: "paris", viaIR: true, metadata: plain },
};

const OPENZEPPELIN = ["openzeppelin/Tokens.sol", "openzeppelin/Guards.sol",
  ...["proxy/ERC1967/ERC1967Proxy.sol", "proxy/transparent/TransparentUpgradeableProxy.sol", "proxy/transparent/ProxyAdmin.sol",
    "access/manager/AccessManager.sol", "finance/VestingWallet.sol", "governance/TimelockController.sol"]
    .map((file) => `@openzeppelin/contracts/${file}`)];

const SUBJECTS = { "OzBucket.sol": oz, "CcipBucket164.sol": ccip, "CcipBucket200.sol": ccip };

for (const [file, { compiler, settings }] of Object.entries(SUBJECTS)) {
  write(path.join(__dirname, "artifacts"), file, compile(require(compiler), __dirname, file, settings));
}
for (const file of OPENZEPPELIN) {
  write(path.join(__dirname, "openzeppelin/artifacts"), file,
    compile(require(oz.compiler), __dirname, file, oz.settings, () => {}, false));
}
