// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

/// Two mappings that the contract itself could fill by a way that nobody opens.
contract Ledger {
    mapping(address => uint256) public balance;
    mapping(address => uint256) public lien;
    mapping(address => mapping(uint256 => bool)) public voucher;
    constructor(address first) { balance[first] = 900; }
    function pledge(uint256 v) external { lien[msg.sender] += v; }
    function sign(uint256 number) external { voucher[msg.sender][number] = true; }
    function pay(address to, uint256 v) external { _move(msg.sender, to, v); }
    function collect(address from, uint256 v) external { lien[from] -= v; _move(from, msg.sender, v); }
    function cash(address from, uint256 number) external {
        require(voucher[from][number]);
        voucher[from][number] = false;
        _move(from, msg.sender, number);
    }
    function _move(address from, address to, uint256 v) private { balance[from] -= v; balance[to] += v; }
}

contract Safe {
    Ledger immutable ledger;
    uint256 public floor;
    constructor(Ledger l) { ledger = l; }
    function lock(uint256 v) external { require(v <= ledger.balance(address(this))); if (v > floor) floor = v; }
    function spend(address to, uint256 v) external { require(ledger.balance(address(this)) >= floor + v); ledger.pay(to, v); }
}
