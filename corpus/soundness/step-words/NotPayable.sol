// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract NotPayable {
    uint256 public n;

    function set(uint256 x) external { n = x; }
    function setPaid(uint256 x) external payable { n = x; }
}
