// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract Itself {
    uint256 public first;
    uint256 public second;

    function direct() external { if (msg.sender == address(this)) first = 1; }
    function again() external { if (msg.sender == address(this)) second = 1; }
    function callAgain() external { this.again(); }
}
