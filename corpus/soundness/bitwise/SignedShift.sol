// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract SignedShift {
    int256 public low;
    int256 public down;
    int256 public up;

    function lowered(int256 a, uint256 s) external {
        require(a >= -8 && a < 8);
        low = a >> s;
    }

    function negative(int256 a) external {
        require(a < 0);
        down = a >> 200;
    }

    function positive(int256 a) external {
        require(a >= 0);
        up = a >> 200;
    }
}
