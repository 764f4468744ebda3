// SPDX-License-Identifier: MIT
pragma solidity ^0.8.26;

/// Keeps the time at which it was set.
contract Clocked {
    uint256 public at;

    function set() external {
        require(at == 0, "set already");
        at = block.timestamp;
    }

    function isSet() external view returns (bool) {
        return at != 0;
    }

    function time() external view returns (uint256) {
        return block.timestamp;
    }
}
