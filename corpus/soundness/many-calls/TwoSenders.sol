// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract TwoSenders {
    uint256 public mixed;
    uint256 public huge;

    function leave() external { assembly { tstore(0, caller()) } }

    function find() external {
        assembly {
            let first := tload(0)
            if first { if iszero(eq(first, caller())) { sstore(0, 1) } }
            if shr(160, first) { sstore(1, 1) }
        }
    }
}
