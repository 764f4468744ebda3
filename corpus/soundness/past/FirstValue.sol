// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract Near {
    uint256 public x;
    uint256 immutable base;

    constructor(uint256 first) {
        x = first;
        base = first;
    }

    function set(uint256 y) external {
        require(y <= base + 5 && y + 5 >= base);
        x = y;
    }
}

contract NearTwin {
    uint256 public x;
    uint256 immutable base;

    constructor(uint256 first) {
        x = first;
        base = first;
    }

    function set(uint256 y) external {
        require(y <= base + 5 && y + 6 >= base);
        x = y;
    }
}
