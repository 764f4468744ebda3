// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract ByteAtArgument {
    uint256 public inside;
    uint256 public outside;
    uint256 public any;

    function at31(uint256 i, uint256 w) external {
        require(i > 30);
        uint256 b;
        assembly { b := byte(i, w) }
        inside = b;
    }

    function at32(uint256 i, uint256 w) external {
        require(i > 31);
        uint256 b;
        assembly { b := byte(i, w) }
        outside = b;
    }

    function atAny(uint256 i, uint256 w) external {
        uint256 b;
        assembly { b := byte(i, w) }
        any = b;
    }
}
