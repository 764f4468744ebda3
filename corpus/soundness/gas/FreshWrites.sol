// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract FreshWrites {
    uint256[800] cells;

    function fewer() external {
        for (uint256 i = 0; i < 600; i++) { assembly { sstore(i, 1) } }
    }

    function more() external {
        for (uint256 i = 0; i < 800; i++) { assembly { sstore(i, 1) } }
    }
}
