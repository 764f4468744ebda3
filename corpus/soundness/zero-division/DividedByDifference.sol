// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract DividedByDifference {
    uint256 public result;
    uint256 public wrong;

    function run(uint256 x, uint256 a, uint256 b) external {
        uint256 r;
        if (a == b) {
            assembly { r := div(x, sub(a, b)) }
            if (r != 0) wrong = 1;
        } else {
            assembly { r := div(x, sub(a, b)) }
            if (r != 0) wrong = 2;
        }
        result = r;
    }
}
