// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract MaskKeepsRange {
    uint256 public low;
    uint256 public high;
    uint256 public never;
    uint256 public found;

    function bounded(uint256 a, uint256 m) external {
        require(a < 64);
        low = a & m;
    }

    function unbounded(uint256 a, uint256 m) external {
        high = a & m;
        if (a & m >= 64) found++;
    }

    function guarded(uint256 a, uint256 m) external {
        require(m < 64);
        if (a & m >= 64) never++;
    }
}
