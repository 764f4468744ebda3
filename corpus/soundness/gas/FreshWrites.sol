// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract FreshWrites {
    uint256[800] cells;
    bool public armed; // by what a prover finds, and a fuzzer hardly

    function arm(uint256 a) external {
        require(a < 1 << 60 && a * a * a == 1030607060301);
        armed = true;
    }

    function fewer() external {
        assembly {
            for { let i := 0 } lt(i, 600) { i := add(i, 5) } {
                sstore(i, 1) sstore(add(i, 1), 1) sstore(add(i, 2), 1) sstore(add(i, 3), 1) sstore(add(i, 4), 1)
            }
        }
    }

    function more() external {
        assembly {
            for { let i := 0 } lt(i, 800) { i := add(i, 5) } {
                sstore(i, 1) sstore(add(i, 1), 1) sstore(add(i, 2), 1) sstore(add(i, 3), 1) sstore(add(i, 4), 1)
            }
        }
    }
}
