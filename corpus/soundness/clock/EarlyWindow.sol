// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract EarlyWindow {
    uint256 public used;

    event Used(uint256 amount);

    function use(uint256 x) external {
        require(x <= 10 && used + x <= 10);
        used += x;
        emit Used(x);
    }
}
