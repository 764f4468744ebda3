// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

/// Who freezes an account gives its balance up to anyone.
contract FrozenCoin {
    mapping(address => uint256) public balanceOf;
    mapping(address => bool) public frozen;
    mapping(address => mapping(address => bool)) public isOperator;
    constructor(address first) { balanceOf[first] = 1000; }
    function freeze() external { frozen[msg.sender] = true; }
    function setOperator(address who, bool yes) external { isOperator[msg.sender][who] = yes; }
    function pay(address to, uint256 v) external { _move(msg.sender, to, v); }
    function seize(address from, uint256 v) external { require(frozen[from]); _move(from, msg.sender, v); }
    function operate(address from, address to, uint256 v) external { require(isOperator[from][msg.sender]); _move(from, to, v); }
    function _move(address from, address to, uint256 v) private { balanceOf[from] -= v; balanceOf[to] += v; }
}

contract Chest {
    FrozenCoin immutable coin;
    uint256 public total;
    mapping(address => uint256) public owed;
    constructor(FrozenCoin c) { coin = c; }
    function put(uint256 v) external { require(v <= coin.balanceOf(address(this)) - total); owed[msg.sender] += v; total += v; }
    function get(uint256 v) external { owed[msg.sender] -= v; total -= v; coin.pay(msg.sender, v); }
}
