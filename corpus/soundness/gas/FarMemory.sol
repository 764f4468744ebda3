// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract FarMemory {
    bool public armed; // by what a prover finds, and a fuzzer hardly

    function arm(uint256 a) external {
        require(a < 1 << 60 && a * a * a == 1030607060301);
        armed = true;
    }

    function near() external pure { assembly { mstore(0x100000, 1) } }
    function far() external pure { assembly { mstore(0x2f0000, 1) } }
    function returned() external pure { assembly { return(0, 0x2f0000) } }
    function reverted() external view {
        assembly { let ok := staticcall(gas(), address(), 0, 0, 0, 0x2f0000) }
    }
}
