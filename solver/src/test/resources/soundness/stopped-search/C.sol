// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C {
    uint256 public a;
    uint256 public b;
    uint256 public c;
    function never(uint256 x, uint256 y) external { require(a == 5 && x > 3 && y > 3 && x * y == 7); c = 1; }
    function first(uint256 x) external { require(b == 0 && x % 7 == 3); a = x; }
    function second() external { require(a == 10); b = 1; }
}
