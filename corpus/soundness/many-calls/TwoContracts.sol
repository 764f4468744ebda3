// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract Left {
    function open() external { assembly { tstore(0, 1) } }

    function isOpen() external view returns (bool o) { assembly { o := tload(0) } }
}

contract TwoContracts {
    Left left;
    uint256 public own;
    uint256 public asked;

    constructor(Left l) { left = l; }

    function takeOwn() external {
        assembly { if tload(0) { sstore(1, 1) } }
    }

    function takeAsked() external { if (left.isOpen()) asked = 1; }
}
