// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.0;

// Trips in the last second of the clock only.
contract C {
    bool public tripped;

    function trip() external {
        require(block.timestamp == 1_700_000_999);
        tripped = true;
    }
}
