// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract Negated {
    uint8 public n;

    function set(uint8 x) external { n = x; }
}
