// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract GivenLittle {
    bool public armed; // by what a prover finds, and a fuzzer hardly

    function arm(uint256 a) external {
        require(a < 1 << 60 && a * a * a == 1030607060301);
        armed = true;
    }

    uint256 public n;

    function work() external { n = 7; }
    function little() external { this.work{gas: 1_000}(); }
    function enough() external { this.work{gas: 200_000}(); }
    function all() external { this.work(); }
}
