// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

contract LentCoin {
    mapping(address => uint256) public balanceOf;
    mapping(address => mapping(address => uint256)) public allowance;
    constructor(address first) { balanceOf[first] = 1000; }
    function approve(address who, uint256 v) external { allowance[msg.sender][who] = v; }
    function pay(address to, uint256 v) external { _move(msg.sender, to, v); }
    function payFrom(address from, address to, uint256 v) external { allowance[from][msg.sender] -= v; _move(from, to, v); }
    function _move(address from, address to, uint256 v) private { balanceOf[from] -= v; balanceOf[to] += v; }
}

/// Lends an allowance after a step that takes a while: what is claimed is false, and a short search does not see it.
contract Lender {
    LentCoin immutable coin;
    uint256 public total;
    uint256 public ripe;
    constructor(LentCoin c) { coin = c; }
    function put(uint256 v) external { require(v <= coin.balanceOf(address(this)) - total); total += v; }
    function grow() external { require(ripe < 1000); ripe += 1; }
    function lend(address to, uint256 v) external { require(ripe == 1000); coin.approve(to, v); }
}
