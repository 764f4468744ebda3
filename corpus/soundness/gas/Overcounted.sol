// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract Overcounted {
    bool public armed; // by what a prover finds, and a fuzzer hardly

    function arm(uint256 a) external {
        require(a < 1 << 60 && a * a * a == 1030607060301);
        armed = true;
    }

    uint256 public n;

    function rewrite(uint256 more) external {
        assembly {
            for { let i := 100 } lt(i, 1000) { i := add(i, 5) } {
                sstore(add(i, 0), add(sload(add(i, 0)), more))
                sstore(add(i, 1), add(sload(add(i, 1)), more))
                sstore(add(i, 2), add(sload(add(i, 2)), more))
                sstore(add(i, 3), add(sload(add(i, 3)), more))
                sstore(add(i, 4), add(sload(add(i, 4)), more))
            }
        }
    }

    function count() external { n++; }
}
