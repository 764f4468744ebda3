// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract TwoHalves {
    uint128 public low;
    uint128 public high;

    function fill(uint256 x) external { assembly { sstore(low.slot, x) } }

    function write(uint128 x) external { low = x; }
}
