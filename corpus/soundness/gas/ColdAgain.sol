// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract ColdAgain {
    bool public armed; // by what a prover finds, and a fuzzer hardly

    function arm(uint256 a) external {
        require(a < 1 << 60 && a * a * a == 1030607060301);
        armed = true;
    }

    function readAndRevert() external view {
        assembly {
            let s := 0
            for { let i := 420 } gt(i, 0) { i := sub(i, 10) } {
                s := add(s, sload(i)) s := add(s, sload(add(i, 1))) s := add(s, sload(add(i, 2))) s := add(s, sload(add(i, 3))) s := add(s, sload(add(i, 4)))
                s := add(s, sload(add(i, 5))) s := add(s, sload(add(i, 6))) s := add(s, sload(add(i, 7))) s := add(s, sload(add(i, 8))) s := add(s, sload(add(i, 9)))
            }
            mstore(0, s)
            revert(0, 32)
        }
    }

    function read() external view returns (uint256 s) {
        assembly {
            for { let i := 420 } gt(i, 0) { i := sub(i, 10) } {
                s := add(s, sload(i)) s := add(s, sload(add(i, 1))) s := add(s, sload(add(i, 2))) s := add(s, sload(add(i, 3))) s := add(s, sload(add(i, 4)))
                s := add(s, sload(add(i, 5))) s := add(s, sload(add(i, 6))) s := add(s, sload(add(i, 7))) s := add(s, sload(add(i, 8))) s := add(s, sload(add(i, 9)))
            }
        }
    }

    function reverting() external view {
        for (uint256 k = 0; k < 20; k++) { try this.readAndRevert() {} catch (bytes memory d) { require(d.length == 32); } }
    }

    function returning() external view {
        for (uint256 k = 0; k < 20; k++) { this.read(); }
    }
}
