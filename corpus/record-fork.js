// Makes vault/ForkedVault.state.json: a vault that has lived on a real anvil, as anvil dumps it.
//
//   node record-fork.js ANVIL        the path of anvil's binary, as in real/node_modules/@foundry-rs/anvil-*/bin/anvil
//
// Accounts and times are fixed, so that the same anvil gives the same state; block hashes of another version may differ.
"use strict";
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { spawn } = require("node:child_process");

const START = 1_750_000_000;
const PORT = 18_573;
const EIGHTEEN = 10n ** 18n;

const artifact = (name) =>
  JSON.parse(fs.readFileSync(path.join(__dirname, "vault/artifacts", `${name}.json`))).contracts[`${name}.sol`][name];
const word = (value) => BigInt(value).toString(16).padStart(64, "0");

let id = 0;
async function rpc(method, ...params) {
  const response = await fetch(`http://127.0.0.1:${PORT}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ jsonrpc: "2.0", id: ++id, method, params }),
  });
  const answer = await response.json();
  if (answer.error) {
    throw new Error(`${method}: ${answer.error.message}`);
  }
  return answer.result;
}

async function send(from, to, data) {
  const hash = await rpc("eth_sendTransaction", { from, to, data, gas: "0x989680" });
  const receipt = await rpc("eth_getTransactionReceipt", hash);
  if (receipt.status !== "0x1") {
    throw new Error(`${data.slice(0, 10)} from ${from} failed`);
  }
  return receipt.contractAddress;
}

const deploy = (from, name, ...args) =>
  send(from, undefined, "0x" + artifact(name).evm.bytecode.object + args.map(word).join(""));

async function live() {
  const [guardian, alice, bob, mallory] = await rpc("eth_accounts");
  const call = (from, to, name, signature, ...args) =>
    send(from, to, "0x" + artifact(name).evm.methodIdentifiers[signature] + args.map(word).join(""));
  await rpc("anvil_setBlockTimestampInterval", 12);
  const token = await deploy(guardian, "Token");
  const vault = await deploy(
    guardian, "Vault", token, guardian, 10_000n * EIGHTEEN, 3n * EIGHTEEN, 12_000n * EIGHTEEN);
  for (const [user, amount] of [[alice, 50_000n], [bob, 50_000n], [mallory, 6_000n]]) {
    await call(guardian, token, "Token", "mint(address,uint256)", user, 100_000n * EIGHTEEN);
    await call(user, token, "Token", "approve(address,uint256)", vault, 2n ** 256n - 1n);
    await call(user, vault, "Vault", "deposit(uint256)", amount * EIGHTEEN);
  }
  await call(alice, vault, "Vault", "withdraw(uint256)", 7_000n * EIGHTEEN);
  await call(guardian, vault, "Vault", "quarantine(address)", mallory);
  console.log({ guardian, alice, bob, mallory, token, vault });
}

async function main() {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "thymus-")), "state.json");
  const anvil = spawn(process.argv[2], ["--port", `${PORT}`, "--silent", "--timestamp", `${START}`, "--dump-state", file]);
  const ended = new Promise((resolve) => anvil.on("exit", resolve));
  for (let attempt = 0; ; attempt++) {
    try {
      await rpc("eth_chainId");
      break;
    } catch (absent) {
      if (attempt === 100) {
        throw absent;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  await live();
  anvil.kill("SIGTERM");
  await ended;
  fs.copyFileSync(file, path.join(__dirname, "vault/ForkedVault.state.json"));
}

main();
