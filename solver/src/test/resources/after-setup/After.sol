// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.0;

/// Setup leaves three elements, and no terms alone say what any two of them have in common.
contract After {
    mapping(uint8 => uint256) public level;

    constructor() {
        level[1] = 5;
        level[2] = 7;
        level[9] = 11;
    }

    function raise(uint8 k) external {
        require(level[k] != 0 && level[k] < 1000);
        level[k] += 100;
    }
}
