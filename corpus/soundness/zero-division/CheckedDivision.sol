// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract CheckedDivision {
    uint256 public divisor;
    uint256 public result;

    function set(uint256 d) external { divisor = d; }
    function run(uint256 x) external { unchecked { result = x / divisor + x % divisor; } }
    function safe(uint256 x) external { result = divisor == 0 ? 0 : x / divisor; }
}
