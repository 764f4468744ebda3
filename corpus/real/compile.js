// Compiles our wrappers with the compiler and the settings that each package is published for.
"use strict";
const crypto = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");
const { artifactOf, compile, write } = require("../compile.js");

/** A compiler by its name in package.json, with settings. Before 0.8.18 none can leave the metadata out, only its hash. */
function published(compiler, evmVersion, runs, more = {}) {
  const metadata = { bytecodeHash: "none", ...(compiler >= "solc0818" ? { appendCBOR: false } : {}) };
  return { compiler, settings: { optimizer: { enabled: true, runs }, evmVersion, metadata, ...more } };
}
const oz = published("solc0827", "cancun", 200);
const ccip = published("solc0826", "paris", 80000, { viaIR: true });
const rmn = published("solc0826", "paris", 80000,
  { viaIR: true, remappings: ["@openzeppelin/contracts@4.8.3/=@openzeppelin/contracts-4.8.3/"] });
const layerzero = published("solc0822", "shanghai", 200);
const aave = published("solc0810", "london", 100000);

const OPENZEPPELIN = ["openzeppelin/Tokens.sol", "openzeppelin/Guards.sol",
  ...["proxy/ERC1967/ERC1967Proxy.sol", "proxy/transparent/TransparentUpgradeableProxy.sol", "proxy/transparent/ProxyAdmin.sol",
    "access/manager/AccessManager.sol", "finance/VestingWallet.sol", "governance/TimelockController.sol"]
    .map((file) => `@openzeppelin/contracts/${file}`)];

const SUBJECTS = {
  "OzBucket.sol": oz,
  "OzWindow.sol": oz,
  "CcipBucket150.sol": published("solc0824", "paris", 26000),
  "CcipBucket164.sol": ccip,
  "CcipBucket200.sol": ccip,
  "ccip-2.0.0/contracts/rmn/RMN.sol": rmn,
  "LayerZero001.sol": layerzero,
  "LayerZero010.sol": layerzero,
  "LayerZero041.sol": layerzero,
  "AxelarFlow124.sol": published("solc0819", "london", 1000),
  "AxelarFlow210.sol": published("solc0827", "london", 1000),
  "AxelarFlow220.sol": published("solc0827", "london", 1000),
  "AaveAdmins.sol": aave,
  "@aave/core-v3/contracts/protocol/configuration/PriceOracleSentinel.sol": aave,
  "@aave/core-v3/contracts/mocks/oracle/SequencerOracle.sol": aave,
  "BalancerPausable.sol": published("solc0706", "istanbul", 9999),
};

const ARTIFACTS = path.join(__dirname, "artifacts");
const TARGETS = [
  ...Object.entries(SUBJECTS).map(([file, how]) => ({ file, how, folder: ARTIFACTS })),
  ...OPENZEPPELIN.map((file) => ({ file, how: oz, folder: path.join(__dirname, "openzeppelin/artifacts") })),
];

/** Of all that the artifacts depend on: our files, and the packages by the digests that the lock holds. */
function digest() {
  const sources = [".", "openzeppelin"].flatMap((folder) => fs.readdirSync(path.join(__dirname, folder))
    .filter((name) => name.endsWith(".sol")).map((name) => path.join(folder, name)));
  const hash = crypto.createHash("sha256");
  for (const file of ["package-lock.json", "compile.js", "../compile.js", ...sources.sort()]) {
    hash.update(`${file}\0`).update(fs.readFileSync(path.join(__dirname, file))).update("\0");
  }
  return hash.digest("hex");
}

// Compiling takes most of an installation. The mark is there only while every artifact is of the sources that it names.
const MARK = path.join(ARTIFACTS, ".compiled");
const wanted = digest();
const upToDate = fs.existsSync(MARK) && fs.readFileSync(MARK, "utf8") === wanted
  && TARGETS.every(({ folder, file }) => fs.existsSync(artifactOf(folder, file)));
if (!upToDate) {
  fs.rmSync(MARK, { force: true });
  for (const { file, how: { compiler, settings }, folder } of TARGETS) {
    write(folder, file, compile(require(compiler), __dirname, file, settings, () => {}, false));
  }
  fs.writeFileSync(MARK, wanted);
}
