// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract Truncated {
    uint32 public short;
    uint64 public long;

    function note() external {
        short = uint32(block.timestamp);
        long = uint64(block.timestamp);
    }
}
