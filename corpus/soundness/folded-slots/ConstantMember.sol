// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract ConstantMember {
    struct Account {
        uint128 debt;
        uint128 limit;
        uint256 paid;
    }

    mapping(uint256 => Account) accounts;
    uint256 public paid;

    function pay(uint64 x) external {
        accounts[5].paid += x;
        paid += x;
    }

    function borrow(uint256 k, uint64 x) external { accounts[k].debt += x; }
}
