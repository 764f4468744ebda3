// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract TruncatedUntil {
    uint32 public short;
    uint256 public late;

    function note() external {
        short = uint32(block.timestamp);
        if (block.timestamp >= 1_700_000_100) late = 1;
        if (block.timestamp >= 1 << 32) late = 2;
    }
}
