// Writes the incidents of corpus/immune/history as invariant tests of forge, one file each.
//
//   node incidents.js TARGET
//
// Forge sees the contracts of our setup, with the same two senders, and the property in its own words: what ours says of all
// addresses is said of the senders. Incidents whose property is a window over events are left out; forge has none.
"use strict";
const fs = require("node:fs");
const path = require("node:path");

const both = (what) => `${what("ALICE")} + ${what("BOB")}`;
const each = (holds) => `${holds("ALICE")} && ${holds("BOB")}`;

// [contract variables], setup, what is called, property, and whether the attack calls back.
const INCIDENTS = {
  TheDao: {
    state: "Broken fund;", reenters: true,
    setup: "fund = new Broken(); vm.deal(ALICE, 100 ether); vm.prank(ALICE); fund.join{value: 100 ether}();",
    targets: ["fund"], property: `address(fund).balance >= ${both((a) => `fund.credit(${a})`)}`,
  },
  ParityWallet: {
    state: "Broken wallet;", setup: "vm.deal(address(this), 100 ether); wallet = new Broken{value: 100 ether}();",
    targets: ["wallet"], property: "address(wallet).balance >= 100 ether",
  },
  BatchOverflow: {
    state: "Broken token;", setup: "vm.prank(ALICE); token = new Broken(1_000_000e18);",
    targets: ["token"], property: each((a) => `token.balanceOf(${a}) <= 1_000_000e18`),
  },
  SpotPrice: {
    state: "Pool pool; Broken lender;",
    setup: "pool = new Pool(1_000e18, 200_000e18); lender = new Broken(pool); vm.prank(BOB); lender.post(10e18);",
    targets: ["pool", "lender"], property: each((a) => `lender.debt(${a}) <= lender.collateral(${a}) * 200`),
  },
  HarvestVault: {
    state: "Venue venue; Broken vault;",
    setup: "venue = new Venue(); vault = new Broken(venue); vm.prank(ALICE); vault.deposit(1_000e18);",
    targets: ["venue", "vault"], property: each((a) => `vault.paidOut(${a}) <= vault.paidIn(${a})`),
  },
  StaleCopy: {
    state: "Broken rewards;", setup: "rewards = new Broken(); vm.prank(ALICE); rewards.stake(1_000);",
    targets: ["rewards"], property: "rewards.minted() <= 1e18 * (block.timestamp - rewards.start())",
  },
  DonatedShares: {
    state: "Broken market;", setup: "market = new Broken(); vm.prank(BOB); market.post(500e18);",
    targets: ["market"], property: each((a) => `market.debt(${a}) * 20 <= market.collateral(${a}) * 21`),
  },
  ProductCheck: {
    state: "Broken pool;", setup: "pool = new Broken();",
    targets: ["pool"], property: "pool.a() * pool.b() >= 1_000e18 * 1_000e18",
  },
  PaidOnce: {
    state: "Broken auction;", setup: "auction = new Broken();",
    targets: ["auction"], property: "address(auction).balance >= auction.total()",
  },
  PolyRelay: {
    state: "Broken relay; Keepers keepers; Vault vault;",
    setup: "relay = new Broken(); keepers = new Keepers(address(relay), address(this)); vm.deal(address(this), 100 ether); "
      + "vault = new Vault{value: 100 ether}(keepers);",
    targets: ["relay", "keepers", "vault"], property: "address(vault).balance >= 100 ether",
  },
  SignatureCheck: {
    state: "Broken bridge;", setup: "bridge = new Broken();",
    targets: ["bridge"], property: `${both((a) => `bridge.balanceOf(${a})`)} <= 86_400e15`,
  },
  BridgeKeys: {
    state: "Broken bridge;",
    setup: "vm.deal(address(this), 1_000 ether); bridge = new Broken{value: 1_000 ether}([ALICE, BOB, address(this)]);",
    targets: ["bridge"], property: "address(bridge).balance >= 913.6 ether",
  },
  ZeroRoot: {
    state: "Broken bridge;", setup: "bridge = new Broken(0);",
    targets: ["bridge"], property: `${both((a) => `bridge.balanceOf(${a})`)} <= 86_400e15`,
  },
  FlashVote: {
    state: "VoteToken token; FlashPool pool; Broken governor;", reenters: true,
    setup: "vm.startPrank(ALICE); token = new VoteToken(); pool = new FlashPool(token); governor = new Broken(token); "
      + "token.transfer(address(pool), 900_000e18); vm.stopPrank();",
    targets: ["token", "pool", "governor"], property: "governor.treasury() > 0",
  },
  ExitMarket: {
    state: "Comptroller comptroller; Market market;", reenters: true,
    setup: "comptroller = new Comptroller(false); vm.deal(address(this), 100 ether); "
      + "market = new Market{value: 100 ether}(comptroller, false); comptroller.list(market);",
    targets: ["comptroller", "market"], property: each((a) => `market.debt(${a}) <= comptroller.collateral(${a})`),
  },
  ThinAverage: {
    state: "Feed feed; Broken lender;", setup: "feed = new Feed(); lender = new Broken(feed);",
    targets: ["feed", "lender"], property: each((a) => `lender.debt(${a}) <= lender.collateral(${a}) * 10 + 1_000e18`),
  },
  OwnTrades: {
    state: "Broken futures;", setup: "futures = new Broken();",
    targets: ["futures"], property: "futures.cash() >= 900e18",
  },
  ForgedProof: {
    state: "Broken bridge;",
    setup: "bridge = new Broken(bytes32(uint256(0x11) * (type(uint256).max / 0xff)), bytes32(uint256(0x22) * (type(uint256).max / 0xff)));",
    targets: ["bridge"], property: `${both((a) => `bridge.balanceOf(${a})`)} <= 86_400e15`,
  },
  Donation: {
    state: "Broken lender;", setup: "lender = new Broken();",
    targets: ["lender"], property: each((a) => `lender.debt(${a}) <= lender.assets(${a})`),
  },
  RoundedDown: {
    // What is behind a share, multiplied by 1e18, never falls: a bound for the first state, since forge has no state before.
    state: "Broken market;", setup: "market = new Broken(); vm.prank(ALICE); market.mint(1_000_000);",
    targets: ["market"], property: "market.cash() >= market.supply()",
  },
  LockPerFunction: {
    state: "Broken pool;", reenters: true,
    setup: "pool = new Broken(); vm.deal(ALICE, 10 ether); vm.prank(ALICE); pool.deposit{value: 10 ether}();",
    targets: ["pool"], property: `address(pool).balance >= ${both((a) => `pool.credit(${a})`)}`,
  },
  TickCounted: {
    state: "Broken pool;", setup: "pool = new Broken();",
    targets: ["pool"], property: "pool.liquidity() <= 1_500e18",
  },
  OneKey: {
    state: "Broken bridge;", setup: "vm.deal(address(this), 1_000 ether); bridge = new Broken{value: 1_000 ether}(ALICE);",
    targets: ["bridge"], property: "address(bridge).balance >= 1_000 ether",
  },
  UpgradedPool: {
    state: "Broken pool;", setup: "vm.prank(ALICE); pool = new Broken(address(this));",
    targets: ["pool"], property: "pool.cash() == 1_000e18",
  },
  MedianOfSpots: {
    state: "Feed feed; Broken lender;", setup: "feed = new Feed(); lender = new Broken(feed);",
    targets: ["feed", "lender"], property: each((a) => `lender.debt(${a}) * 100 <= lender.collateral(${a}) * 101`),
  },
  FakeMarket: {
    state: "Broken staking;", reenters: true,
    setup: "staking = new Broken(); vm.deal(ALICE, 10 ether); vm.prank(ALICE); staking.deposit{value: 10 ether}();",
    targets: ["staking"], property: "address(staking).balance >= staking.owed()",
  },
  DelegatedCall: {
    state: "Payload payload; Broken wallet;", setup: "payload = new Payload(); vm.prank(ALICE); wallet = new Broken(BOB);",
    targets: ["payload", "wallet"], property: "wallet.logic() == BOB",
  },
  ShiftCheck: {
    state: "Broken pool;", setup: "pool = new Broken();",
    targets: ["pool"], property: "pool.liquidity() <= type(uint256).max >> 64 && pool.coins() * 1e20 >= pool.liquidity() << 64",
  },
  ScaledDown: {
    state: "Broken pool;", setup: "pool = new Broken();",
    targets: ["pool"], property: "pool.cheap() * 10 + pool.dear() * 17 >= 27_000_000",
  },
};

function test(name, { state, setup, targets, property }) {
  return `// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import "../src/${name}.sol";

interface Vm {
    function prank(address) external;
    function startPrank(address) external;
    function stopPrank() external;
    function deal(address, uint256) external;
    function warp(uint256) external;
}

contract ${name}Test {
    Vm constant vm = Vm(0x7109709ECfa91a80626fF3989D68f67F5b1DD12D);
    address constant ALICE = address(0xA11CE);
    address constant BOB = address(0xB0B);
    ${state}

    function setUp() public {
        vm.warp(1_700_000_000);
        ${setup}
        vm.deal(ALICE, 1_000_000 ether);
        vm.deal(BOB, 1_000_000 ether);
    }

    function targetContracts() public view returns (address[] memory list) {
        list = new address[](${targets.length});
        ${targets.map((t, i) => `list[${i}] = address(${t});`).join("\n        ")}
    }

    function targetSenders() public pure returns (address[] memory list) {
        list = new address[](2);
        (list[0], list[1]) = (ALICE, BOB);
    }

    function invariant_holds() public view {
        require(${property}, "broken");
    }
}
`;
}

const [target] = process.argv.slice(2);
fs.mkdirSync(target, { recursive: true });
for (const [name, incident] of Object.entries(INCIDENTS)) {
  fs.writeFileSync(path.join(target, `${name}.t.sol`), test(name, incident));
  console.log(`${name} ${incident.reenters ? "true" : "false"}`);
}
