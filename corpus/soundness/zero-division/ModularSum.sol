// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract ModularSum {
    uint256 public divisor;
    uint256 public result;
    uint256 public n;

    function set(uint256 d) external { divisor = d; }

    function run(uint256 x) external {
        uint256 r;
        assembly { r := add(addmod(x, 5, sload(divisor.slot)), mulmod(x, 5, sload(divisor.slot))) }
        result = r;
        if (r != 0) n = 1;
    }
}
