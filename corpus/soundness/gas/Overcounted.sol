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
        for (uint256 i = 0; i < 900; i++) { assembly { sstore(add(i, 100), add(sload(add(i, 100)), more)) } }
    }

    function count() external { n++; }
}
