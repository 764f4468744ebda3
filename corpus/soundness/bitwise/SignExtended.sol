// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract SignExtended {
    uint256 public byte0;
    uint256 public byte31;
    uint256 public moved;

    function extend(uint256 x) external {
        uint256 r;
        assembly { r := signextend(0, x) }
        byte0 = r;
    }

    function keep(uint256 i, uint256 x) external {
        require(i > 30);
        uint256 r;
        assembly { r := signextend(i, x) }
        byte31 = r;
        if (r != x) moved++;
    }
}
