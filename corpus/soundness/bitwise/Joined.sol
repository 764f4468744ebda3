// SPDX-License-Identifier: MIT
pragma solidity ^0.8.26;

/// Joins and compares masks that nobody knows.
contract Joined {
    uint256 public joined;
    uint256 public common;
    uint256 public apart;
    uint256 public shifted;
    uint256 public calls;

    function join(uint8 x, uint8 y) external {
        joined = uint256(x) | uint256(y);
        common = uint256(x) & uint256(y);
    }

    function part(uint256 x, uint256 y) external {
        require(x < 1 << 96 && y < 1 << 96, "too long");
        apart = x ^ y;
    }

    function shift(uint256 x, uint256 by) external {
        require(x <= 1000 && by > 0, "not shifted");
        shifted = x >> by;
    }

    /// Nobody can: two bytes join to a byte.
    function never(uint8 x, uint8 y) external {
        require((uint256(x) | uint256(y)) > 255, "a byte");
        calls = 1;
    }

    /// With two bytes and one bit more, somebody can.
    function sometimes(uint16 x, uint8 y) external {
        require(x < 512 && (uint256(x) | uint256(y)) > 510, "too small");
        calls = 2;
    }
}
