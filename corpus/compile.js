// Compiles every .sol of a folder, and what it imports, to one standard-JSON-shaped file per source.
//
//   node compile.js [FOLDER…] [--to DIR]      without folders: all of our own
//
// The files go to FOLDER/artifacts, below DIR if one is given. They hold only what Thymus reads, with sorted keys and without the
// compiler's metadata, so that the same source gives the same bytes on every machine. Each names the sources that it was made of
// with their SHA-256, so that a test without a compiler sees which are stale.
"use strict";
const crypto = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");

const SETTINGS = {
  optimizer: { enabled: true, runs: 200 },
  evmVersion: "cancun",
  metadata: { bytecodeHash: "none", appendCBOR: false },
};

const OUTPUT = ["abi", "evm.bytecode.object", "evm.deployedBytecode.object",
  "evm.deployedBytecode.immutableReferences", "evm.deployedBytecode.sourceMap", "evm.methodIdentifiers", "storageLayout"];

// The compiler warns of every use of transient storage; the cases about it are there for nothing else.
const TRANSIENT_STORAGE = "2394";

// It warns of arrays that cover much of the storage, too; the cases about them show what it warns of.
const LARGE_ARRAY = "7325";

// Our own, each with a folder of artifacts.
const KINDS = ["gas", "bitwise", "step-words", "many-calls", "many-steps", "narrow-sums", "clock", "created", "zero-division",
  "folded-slots", "premises", "senders",
  "unknown-code", "ether", "texts", "past",
  "proxies", "windows-by-key", "events", "arrays", "periods", "net-flows", "hashes", "lemmas", "callees",
  "member-sums", "self-calls", "calls-in-loops", "step-relations", "two-runs", "factories", "asked-views", "removal", "chains",
  "created-callers", "elements", "inside", "guards", "unseen-flows"].map((kind) => `soundness/${kind}`);
const LANGUAGE = ["actions", "averages", "benign", "blocks", "deadlines", "definitions", "enums", "envelopes", "failed-calls",
  "ghosts", "inner-calls", "isolation", "keepers", "maxima", "movements", "panics", "parameters", "patterns",
  "several-variables", "texts", "within", "without"].map((construct) => `language/${construct}`);
const IMMUNE = fs.readdirSync(path.join(__dirname, "immune"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => [`immune/${name}`, `immune/${name}/broken`])
  .filter((folder) => fs.existsSync(path.join(__dirname, folder)));
const FOLDERS = ["vault", "vault/broken", "bench", "transient", "attackers", "mazes", ...KINDS, ...LANGUAGE, ...IMMUNE];

/**
 * Compiles one source and returns its contracts by name, reduced to what Thymus reads, and the numbers of the sources.
 *
 * @param solc     the compiler, as the npm package exports it
 * @param root     the folder that source names are relative to; packages are looked for in its node_modules too
 * @param file     the source, relative to root
 * @param settings compiler settings without outputSelection
 * @param imported is told the name of each source that is read
 * @param strict   whether a warning is an error; those of packages are not
 */
function compile(solc, root, file, settings, imported = () => {}, strict = !file.includes("node_modules")) {
  const digests = {};
  const read = (name) => {
    for (const candidate of [path.join(root, name), path.join(root, "node_modules", name)]) {
      if (fs.existsSync(candidate)) {
        imported(name);
        const contents = fs.readFileSync(candidate, "utf8");
        digests[name] = crypto.createHash("sha256").update(contents).digest("hex");
        return { contents };
      }
    }
    return { error: `${name}: no such source below ${root} or its node_modules` };
  };
  const input = {
    language: "Solidity",
    sources: { [file]: { content: read(file).contents } },
    settings: { ...settings, outputSelection: { [file]: { "*": OUTPUT }, "*": { "": ["ast"] } } },
  };
  const output = JSON.parse(solc.compile(JSON.stringify(input), { import: read }));
  const problems = (output.errors ?? [])
    .filter((p) => p.errorCode !== TRANSIENT_STORAGE && p.errorCode !== LARGE_ARRAY);
  if (problems.some((p) => p.severity === "error") || (strict && problems.length > 0)) {
    throw new Error(problems.map((p) => p.formattedMessage).join("\n"));
  }
  return {
    contracts: Object.fromEntries(Object.entries(output.contracts[file]).map(([name, c]) => [name, reduced(c)])),
    sources: Object.fromEntries(Object.entries(output.sources)
      .map(([name, { id, ast }]) => [name, { id, sha256: digests[name], ...enums(ast) }])),
  };
}

/** Of syntax trees only the enums are read. */
function enums(ast) {
  const nodes = ast.nodes.flatMap((top) => [top, ...(top.nodes ?? [])])
    .filter((node) => node.nodeType === "EnumDefinition")
    .map(({ nodeType, name, canonicalName, members }) =>
      ({ nodeType, name, canonicalName, members: members.map((m) => ({ name: m.name })) }));
  return nodes.length > 0 ? { ast: { nodes } } : {};
}

function reduced(contract) {
  const { bytecode, deployedBytecode, methodIdentifiers } = contract.evm;
  return {
    abi: contract.abi,
    evm: {
      bytecode: { object: bytecode.object },
      deployedBytecode: {
        immutableReferences: deployedBytecode.immutableReferences ?? {},
        object: deployedBytecode.object,
        sourceMap: deployedBytecode.sourceMap,
      },
      methodIdentifiers,
    },
    storageLayout: contract.storageLayout,
  };
}

function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
}

/** Where write puts what a source compiles to: X.json for folder/X.sol. */
function artifactOf(folder, file) {
  return path.join(folder, path.basename(file).replace(/\.sol$/, ".json"));
}

/** Writes {"contracts": {"X.sol": contracts}, "sources": {"folder/X.sol": {"id": 0}}} to folder/X.json. */
function write(folder, file, { contracts, sources }) {
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(artifactOf(folder, file),
    JSON.stringify(sorted({ contracts: { [path.basename(file)]: contracts }, sources }), null, 1) + "\n");
}

/** Compiles every source of a folder, and each source that one of them imports from elsewhere, once. */
function compileFolder(solc, root, folder, target, settings = SETTINGS) {
  const own = fs.readdirSync(path.join(root, folder)).filter((f) => f.endsWith(".sol")).sort();
  const sources = new Set(own.map((f) => path.posix.join(folder, f)));
  for (const file of sources) {
    write(target, file, compile(solc, root, file, settings, (name) => sources.add(name)));
  }
}

module.exports = { SETTINGS, artifactOf, compile, compileFolder, write };

if (require.main === module) {
  const words = process.argv.slice(2);
  const at = words.indexOf("--to");
  const target = at < 0 ? undefined : words.splice(at, 2)[1];
  const solc = require("solc");
  for (const folder of words.length > 0 ? words : FOLDERS) {
    compileFolder(solc, __dirname, folder, path.resolve(target ?? __dirname, folder, "artifacts"));
  }
}
