// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;
import {Vault, Token} from "../src/Vault.sol";

/// What the test needs of forge's cheat codes.
interface Vm {
    function prank(address) external;
    function warp(uint256) external;
}

/// The calls that forge draws from: the vault's functions with arguments that make sense, and the clock.
contract Handler {
    Vm constant vm = Vm(0x7109709ECfa91a80626fF3989D68f67F5b1DD12D);
    Vault public v; Token public t; address public guardian;
    address[4] public actors;
    uint256 public deposited; uint256 public withdrawn; uint256 public worst;

    constructor(Vault _v, Token _t, address g) {
        v = _v; t = _t; guardian = g;
        for (uint160 i = 0; i < 4; i++) {
            actors[i] = address(0xA000 + i);
            t.mint(actors[i], 1_000_000e18);
            vm.prank(actors[i]); t.approve(address(v), type(uint256).max);
        }
    }
    function actor(uint256 s) internal view returns (address) { return actors[s % 4]; }
    function bound(uint256 x, uint256 hi) internal pure returns (uint256) { return hi == type(uint256).max ? x : x % (hi + 1); }

    function deposit(uint256 who, uint256 amt) external {
        address a = actor(who);
        amt = bound(amt, t.balanceOf(a));
        vm.prank(a); v.deposit(amt); deposited += amt;
    }
    function withdraw(uint256 who, uint256 amt) external {
        address a = actor(who); uint256 s = v.shares(a);
        amt = bound(amt, s < 12_000e18 ? s : 12_000e18);
        uint256 before = t.balanceOf(a);
        vm.prank(a);
        try v.withdraw(amt) { withdrawn += t.balanceOf(a) - before; uint256 w = v.windowOutflow(); if (w > worst) worst = w; } catch {}
    }
    function warp(uint256 dt) external { vm.warp(block.timestamp + bound(dt, 20 minutes)); }
    function unpause(uint256 who) external { vm.prank(who % 2 == 0 ? guardian : actor(who)); v.unpause(); }
    function rawWithdraw(uint256 amt) external { v.withdraw(amt); }
}

/// What corpus/bench/Vault.inv says, in forge's words.
contract VaultInvariant {
    Vm constant vm = Vm(0x7109709ECfa91a80626fF3989D68f67F5b1DD12D);
    Vault v; Token t; Handler h;
    function setUp() public {
        vm.warp(1_700_000_000);
        t = new Token();
        v = new Vault(t, address(0x6A), 10_000e18, 3e18, 12_000e18);
        h = new Handler(v, t, address(0x6A));
    }
    function targetContracts() public view returns (address[] memory a) { a = new address[](1); a[0] = address(h); }
    function invariant_all() public view {
        require(t.balanceOf(address(v)) == v.totalShares(), "solvent");
        require(h.deposited() - h.withdrawn() == v.totalShares(), "books");
        require(v.level() <= v.capacity(), "level");
        require(v.windowOutflow() <= v.tripAt(), "window");
        require(h.worst() <= v.tripAt(), "worst");
    }
}
