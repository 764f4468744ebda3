// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract Other { uint256 public value; function set(uint256 x) external { value = x; } }
contract C {
    Other public other;
    uint256 public last;
    function pull() external { last = other.value(); }
}
