// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C {
    bool public early;
    function tick() external { if (block.timestamp < 1_600_000_000) early = true; }
}
