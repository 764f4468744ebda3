// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract Remaindered {
    uint256 public divisor;
    uint256 public result;
    uint256 public n;

    function set(uint256 d) external { divisor = d; }

    function run(uint256 x) external {
        uint256 r;
        assembly { r := mod(x, sload(divisor.slot)) }
        result = r;
        if (r == 7) n++;
    }
}
