// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.0;

/// A view is read where the size is zero, as it is after setup, and in no other state.
contract Beside {
    uint256 public level;
    uint256 public size;
    bool public open;

    function set(uint256 to) external {
        require(to <= 100, "too high");
        if (open) level = to;
    }

    function grow(uint256 to) external {
        require(level <= 100, "too high");
        size = to;
        open = level <= 100;
    }

    /// Nothing to add where the level is at most 100.
    function add(uint256 more) external {
        level = level > 100 ? level + more : level;
    }

    function first() external view returns (uint256) {
        if (size == 0) return 0;
        bytes memory code = address(this).code;
        return code.length - code.length;
    }
}
