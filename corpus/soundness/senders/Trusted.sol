// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract Trusted {
    address public owner;
    uint256 public byOwner;
    uint256 public byOrigin;
    uint256 public byOthers;

    constructor() { owner = msg.sender; }

    function enter() external {
        if (msg.sender == owner) byOwner = 1;
        else byOthers = 1;
        if (tx.origin == owner) byOrigin = 1;
    }
}
