// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract TwiceBefore {
    uint256 public n;
    uint256 public m;

    function step(uint256 by) external {
        require(by > 0 && by < 10);
        m = n;
        n += by;
    }
}
