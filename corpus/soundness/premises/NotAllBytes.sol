// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract NotAllBytes {
    uint256 public n;

    function set(uint256 x) external { n = x; }
}
