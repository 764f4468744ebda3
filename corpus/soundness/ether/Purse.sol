// SPDX-License-Identifier: MIT
pragma solidity ^0.8.26;

/// Takes ether from anybody, and has no function that changes it.
contract Purse {
    receive() external payable {}

    function content() external view returns (uint256) {
        return address(this).balance;
    }
}

/// Notes what the purse holds when somebody asks.
contract Reader {
    Purse public immutable purse;
    uint256 public noted;

    constructor(Purse purse_) {
        purse = purse_;
    }

    function note() external {
        noted = purse.content();
    }
}
