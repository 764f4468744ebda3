// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract ShiftByArgument {
    uint256 public bit = 1;
    uint256 public below = 1;
    uint256 public right;
    uint256 public wide;

    function any(uint256 s) external { bit = 1 << s; }

    function inside(uint256 s) external {
        require(s < 256);
        below = 1 << s;
    }

    function half(uint256 a, uint256 s) external {
        require(a < 64);
        right = a >> s;
    }

    function open(uint256 a, uint256 s) external { if (a >> s >= 64) wide = 1; }
}
