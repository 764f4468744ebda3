// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract GivenLittleInView {
    bool public armed; // by what a prover finds, and a fuzzer hardly

    function arm(uint256 a) external {
        require(a < 1 << 60 && a * a * a == 1030607060301);
        armed = true;
    }

    uint256 public seed = 9;

    function work() external view returns (uint256) { return seed; }

    function little() external view returns (uint256) {
        try this.work{gas: 300}() returns (uint256) { return 1; } catch { return 0; }
    }

    function all() external view returns (uint256) {
        try this.work() returns (uint256) { return 1; } catch { return 0; }
    }
}
