// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract Target {
    address public last;

    function hit() external { last = msg.sender; }
}

contract ThroughAnother {
    Target target;
    uint256 public n;

    constructor(Target t) { target = t; }

    function pass() external { target.hit(); }
}

contract Silent {
    uint256 public n;

    function count() external { n = 1; }
}
