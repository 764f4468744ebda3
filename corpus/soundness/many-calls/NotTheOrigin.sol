// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract NotTheOrigin {
    uint256 public byContract;
    uint256 public byCode;

    function enter() external { if (msg.sender != tx.origin) byContract = 1; }
    function look() external { if (msg.sender.code.length > 0) byCode = 1; }
}
