// What the defences cost: the gas of typical calls on a local anvil, without the 21,000 of a transaction and its data.
//
//   npm ci --prefix corpus/real && node corpus/immune/gas.js
//
// Each call comes from an account in the place of the protocol. A guarded call of a protocol costs that much more, and
// 2,600 for the first call to another contract.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { spawn } = require("node:child_process");

const PORT = 18545;
const ANVIL = path.join(__dirname, "../real/node_modules/.bin/anvil");
const E18 = 10n ** 18n;

/** A folder, what is deployed from it, and calls: [what, contract, function, arguments, seconds that pass before]. */
const CASES = [
  ["token-bucket", (a) => [["limiter", "TokenBucket", [a[0], a[1], 10_000n * E18, 3n * E18, 1_000n * E18, E18]]], [
    ["consume, first use of a user", "limiter", "consume", (a) => [a[2], E18], 60],
    ["consume, later use", "limiter", "consume", (a) => [a[2], E18], 60],
    ["configure", "limiter", "configure", () => [5_000n * E18, 2n * E18], 60, 1],
  ]],
  ["epoch-limiter", (a) => [["limiter", "EpochLimiter", [a[0], a[1], 10_000n * E18]]], [
    ["consume, first use of all", "limiter", "consume", (a) => [a[2], E18], 60],
    ["consume, in the same epoch", "limiter", "consume", (a) => [a[2], E18], 60],
    ["consume, in the next epoch", "limiter", "consume", (a) => [a[2], E18], 3600],
    ["configure", "limiter", "configure", () => [5_000n * E18], 60, 1],
  ]],
  ["sliding-limiter", (a) => [["limiter", "SlidingLimiter", [a[0], a[1], 10_000n * E18]]], [
    ["consume, first use of all", "limiter", "consume", (a) => [a[2], E18], 60],
    ["consume, in the same slot", "limiter", "consume", (a) => [a[2], E18], 1],
    ["consume, in the next slot", "limiter", "consume", (a) => [a[2], E18], 1200],
    ["consume, after a pause", "limiter", "consume", (a) => [a[2], E18], 86400],
    ["configure", "limiter", "configure", () => [5_000n * E18], 60, 1],
  ]],
  ["liquidation", (a) => [["feed", "AnyPrice", []], ["liquidation", "Liquidation", []], ["fund", "Fund", []],
    ["market", "Market", ["feed", "liquidation", "fund"]]], [
    ["insure", "fund", "insure", (a, deployed) => [deployed.market.address, 50n * E18], 60],
    ["supply", "market", "supply", () => [10_000n * E18], 60, 1],
    ["lock", "market", "lock", () => [10n * E18], 60],
    ["borrow", "market", "borrow", () => [750n * E18], 60],
    ["report of a feed", "feed", "report", () => [90n], 60],
    ["take, first of a market", "liquidation", "take", () => [10n * E18, 750n * E18, 90n, 100n * E18], 60],
    ["take, later", "liquidation", "take", () => [10n * E18, 750n * E18, 90n, 100n * E18], 60],
    ["liquidate a part", "market", "liquidate", (a) => [a[0], 100n * E18], 60, 1],
    ["report of a feed", "feed", "report", () => [50n], 60],
    ["liquidate, with a bad debt", "market", "liquidate", (a) => [a[0], 0n], 60, 1],
  ]],
  ["composed", (a) => [["coin", "Token", [10n ** 24n]], ["gold", "Token", [10n ** 15n]], ["feed", "Feed", [2_000n * 10n ** 8n]],
    ["guard", "OracleGuard", ["feed", 2_000n * 10n ** 8n]], ["terms", "Liquidation", []],
    ["lent", "Parameters", [a[0], a[1], 75n, 50n, 75n, 5n]],
    ["capacity", "Parameters", [a[0], a[1], 10_000n * E18, 1_000n * E18, 10_000n * E18, 1_000n * E18]],
    ["pause", "Pause", [a[0]]], ["bus", "AlarmBus", [a[0]]], ["door", "Door", ["pause", "bus", "capacity"]],
    ["limiter", "TokenBucket", ["door", "door", 10_000n * E18, 3n * E18, 1_000n * E18, E18]],
    ["market", "Market", ["coin", "gold", "guard", "terms", "door", "lent"]], ["outlet", "Outlet", ["coin", "door", a[0]]]], [
    ["connect", "door", "connect", (a, d) => [d.limiter.address, d.market.address, d.outlet.address], 60],
    ...["market", "outlet"].map((part) => ["approve coins", "coin", "approve", (a, d) => [d[part].address, 10n ** 24n], 60]),
    ["approve gold", "gold", "approve", (a, d) => [d.market.address, 10n ** 15n], 60],
    ["supply", "market", "supply", () => [10_000n * E18], 60],
    ["withdraw, the first one", "market", "withdraw", () => [E18], 60],
    ["withdraw, later", "market", "withdraw", () => [E18], 60],
    ["lock", "market", "lock", () => [6n * 10n ** 9n], 60],
    ["borrow, the first time", "market", "borrow", () => [800n * E18], 60],
    ["borrow, later", "market", "borrow", () => [E18], 1000],
    ["unlock, with a debt", "market", "unlock", () => [1n], 60],
    ["repay", "market", "repay", () => [E18], 60],
    ["borrow all", "market", "borrow", () => [99n * E18], 60],
    ["report of a feed", "feed", "report", () => [1_865n * 10n ** 8n], 60],
    ["follow", "guard", "follow", () => [], 60],
    ["liquidate", "market", "liquidate", (a) => [a[0], 100n * E18], 60],
    ["send", "outlet", "send", (a) => [a[1], 100n * E18], 60],
    ["release", "outlet", "release", (a) => [7n, a[0], E18], 60],
    ["adjust", "door", "adjust", () => [], 60],
  ]],
  ["pause", (a) => [["pause", "Pause", [a[0]]], ["safe", "Safe", ["pause"]]], [
    ["paused, asked by a protocol", "pause", "paused", () => [], 60],
    ["pause", "pause", "pause", () => [], 60],
    ["resume", "pause", "resume", () => [], 7200],
  ]],
  ["parameters", (a) => [["haircut", "Parameters", [a[0], a[1], 20n, 10n, 60n, 5n]]], [
    ["value, read by a protocol", "haircut", "value", () => [], 60],
    ["announce", "haircut", "announce", () => [25n], 60],
    ["change", "haircut", "change", () => [], 3 * 86400],
    ["announce, later", "haircut", "announce", () => [20n], 60],
    ["strike", "haircut", "strike", () => [], 60, 1],
  ]],
  ["sentinel", () => [["sentinel", "Sentinel", []], ["bank", "Bank", ["sentinel"], "0xde0b6b3a7640000"],
    ["bare", "UnguardedPathBank", ["sentinel"], "0xde0b6b3a7640000"]], [
    ["serve", "sentinel", "serve", (a, deployed) => [deployed.bank.address], 60],
    ["grant, guarded", "bank", "grant", (a) => [a[1], 1n], 60],
    ["grant, guarded, later", "bank", "grant", (a) => [a[1], 1n], 60],
    ["grant, without a sentinel", "bare", "grant", (a) => [a[1], 1n], 60],
    ["grant, without a sentinel, later", "bare", "grant", (a) => [a[1], 1n], 60],
  ]],
  ["guard", () => [["savings", "Savings", [], "0xde0b6b3a7640000"], ["guarded", "GuardedSavings", [], "0xde0b6b3a7640000"],
    ["hand", "HandSavings", [], "0xde0b6b3a7640000"], ["coin", "Coin", []], ["guardedCoin", "GuardedCoin", []],
    ["handCoin", "HandCoin", []], ["tap", "Tap", []], ["guardedTap", "GuardedTap", []], ["handTap", "HandTap", []]], [
    ...[["savings", "bare"], ["guarded", "guarded"], ["hand", "by hand"]].flatMap(([name, how]) => [
      [`deposit, first, ${how}`, name, "deposit", () => [], 60, 0, "0x3e8"],
      [`deposit, later, ${how}`, name, "deposit", () => [], 60, 0, "0x3e8"],
      [`withdraw, ${how}`, name, "withdraw", () => [10n], 60],
      [`grant, ${how}`, name, "grant", (a) => [a[0], 1n], 60],
    ]),
    ...[["coin", "bare"], ["guardedCoin", "guarded"], ["handCoin", "by hand"]].flatMap(([name, how]) => [
      [`mint, first, ${how}`, name, "mint", (a) => [a[1], E18], 60],
      [`mint, same slot, ${how}`, name, "mint", (a) => [a[1], E18], 1],
      [`mint, next slot, ${how}`, name, "mint", (a) => [a[1], E18], 8 * 3600],
      [`mint, a week later, ${how}`, name, "mint", (a) => [a[1], E18], 7 * 86400],
      [`burn, ${how}`, name, "burn", () => [0n], 60],
      [`report, ${how}`, name, "report", () => [1_050_000n * E18], 60],
    ]),
    ...[["tap", "bare"], ["guardedTap", "guarded"], ["handTap", "by hand"]].flatMap(([name, how]) => [
      [`draw, first of an account, ${how}`, name, "draw", (a) => [a[1], E18], 60],
      [`draw, later, ${how}`, name, "draw", (a) => [a[1], E18], 60],
    ]),
  ]],
  ["oracle-guard", () => [["feed", "Feed", [2_000n * 10n ** 8n]], ["guard", "OracleGuard", ["feed", 2_000n * 10n ** 8n]]], [
    ["price, asked by a protocol", "guard", "price", () => [], 60],
    ["report of a feed", "feed", "report", () => [2_010n * 10n ** 8n], 60],
    ["follow, the first one", "guard", "follow", () => [], 60],
    ["report of a feed", "feed", "report", () => [2_020n * 10n ** 8n], 60],
    ["follow, later", "guard", "follow", () => [], 60],
  ]],
  ["alarm-bus", (a) => [["bus", "AlarmBus", [a[0]]]], [
    ["admit", "bus", "admit", (a) => [a[1]], 60],
    ["alarmed, asked by a protocol", "bus", "alarmed", () => [], 60],
    ["raise, the first one", "bus", "raise", () => [1n], 60, 1],
    ["raise, during a closure", "bus", "raise", () => [2n], 7200, 1],
  ]],
  ["volatility-breaker", (a) => [["feed", "Ticks", [1_000_000n]], ["breaker", "VolatilityBreaker", ["feed"]]], [
    ["calm, asked by a protocol", "breaker", "calm", () => [], 60],
    ["report of a feed", "feed", "report", () => [1_000_050n], 60],
    ["poke, a sample", "breaker", "poke", () => [], 60],
    ["poke, too early for one", "breaker", "poke", () => [], 1],
    ["report of a feed", "feed", "report", () => [1_002_000n], 60],
    ["poke, which trips it", "breaker", "poke", () => [], 60],
  ]],
  ["haircut", () => [["measures", "Measures", []], ["haircut", "Haircut", ["measures"]], ["desk", "Desk", ["measures", "haircut"]]], [
    ["value, read by a lender", "haircut", "value", () => [], 60],
    ["adjust, a rise", "haircut", "adjust", () => [], 60],
    ["adjust, later", "haircut", "adjust", () => [], 4 * 86400],
    ["lock", "desk", "lock", () => [1_000n], 60],
    ["borrow", "desk", "borrow", () => [10_000n], 60],
  ]],
  ["quarantine", (a) => [["quarantine", "Quarantine", [a[0]]], ["pool", "Pool", ["quarantine", a[0], a[1], a[2]]]], [
    ["serve", "quarantine", "serve", (a, deployed) => [deployed.pool.address], 60],
    ["move", "pool", "move", (a) => [a[1], 10n], 60],
    ["isolated, asked by a protocol", "quarantine", "isolated", (a) => [a[0]], 60],
    ["move, an offence", "pool", "move", (a) => [a[1], 200n], 60, 2],
    ["release", "quarantine", "release", (a) => [a[2]], 60],
  ]],
];

async function rpc(method, params = []) {
  const response = await fetch(`http://127.0.0.1:${PORT}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
  });
  const { result, error } = await response.json();
  if (error) throw new Error(`${method}: ${error.message}`);
  return result;
}

const word = (value) => (typeof value === "string" ? BigInt(value) : value).toString(16).padStart(64, "0");

/** What a transaction costs before its first instruction. */
function intrinsic(data) {
  const bytes = Buffer.from(data.slice(2), "hex");
  return 21_000 + bytes.reduce((sum, byte) => sum + (byte === 0 ? 4 : 16), 0);
}

async function mined(hash) {
  let receipt = null;
  while (receipt === null) receipt = await rpc("eth_getTransactionReceipt", [hash]);
  if (receipt.status !== "0x1") throw new Error(`a transaction failed: ${hash}`);
  return receipt;
}

async function measure([folder, deployments, calls], accounts) {
  const artifacts = {};
  for (const compiled of [`${folder}/artifacts`, `${folder}/broken/artifacts`].map((name) => path.join(__dirname, name))) {
    for (const file of fs.readdirSync(compiled)) {
      const { contracts } = JSON.parse(fs.readFileSync(path.join(compiled, file), "utf8"));
      Object.assign(artifacts, ...Object.values(contracts));
    }
  }
  const deployed = {};
  for (const [name, contract, args, value] of deployments(accounts, deployed)) {
    const data = `0x${artifacts[contract].evm.bytecode.object}` + args.map((x) => word(deployed[x]?.address ?? x)).join("");
    const hash = await rpc("eth_sendTransaction", [{ from: accounts[0], data, value: value ?? "0x0", gas: "0x1000000" }]);
    deployed[name] = { address: (await mined(hash)).contractAddress, contract };
  }
  for (const [what, name, call, args, seconds, sender = 0, value = "0x0"] of calls) {
    await rpc("evm_increaseTime", [seconds]);
    const { address, contract } = deployed[name];
    const methods = artifacts[contract].evm.methodIdentifiers;
    const selector = methods[Object.keys(methods).find((signature) => signature.startsWith(`${call}(`))];
    const data = `0x${selector}` + args(accounts, deployed).map(word).join("");
    const hash = await rpc("eth_sendTransaction", [{ from: accounts[sender], to: address, data, value, gas: "0x1000000" }]);
    const used = Number((await mined(hash)).gasUsed) - intrinsic(data);
    console.log(`${folder.padEnd(20)}${what.padEnd(34)}${used.toLocaleString("en").padStart(8)}`);
  }
}

async function main() {
  const anvil = spawn(ANVIL, ["--port", String(PORT), "--silent", "--hardfork", "cancun"], { stdio: "ignore" });
  try {
    for (let tries = 0; ; tries++) {
      try {
        await rpc("eth_chainId");
        break;
      } catch (e) {
        if (tries === 100) throw e;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
    const accounts = await rpc("eth_accounts");
    const wanted = process.argv.slice(2);
    for (const one of CASES) {
      if (wanted.length === 0 || wanted.includes(one[0])) await measure(one, accounts);
    }
  } finally {
    anvil.kill();
  }
}

main().catch((e) => {
  console.error(e);
  process.exitCode = 1;
});
