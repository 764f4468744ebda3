// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract ForgottenGuard {
    uint256 public seenHeld;
    uint256 public seenHeldByTwin;

    function work(bool quick) external {
        assembly {
            if tload(0) { sstore(0, 1) }
            tstore(0, 1)
            if iszero(quick) { tstore(0, 0) }
        }
    }

    function workWell(bool quick) external {
        assembly {
            if tload(1) { sstore(1, 1) }
            tstore(1, 1)
            if iszero(quick) { tstore(1, 0) }
            if quick { tstore(1, 0) }
        }
    }
}
