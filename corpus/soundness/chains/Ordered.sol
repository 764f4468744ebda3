// SPDX-License-Identifier: MIT
pragma solidity ^0.8.26;

/// Tells versions, each with the next number.
contract Versions {
    uint256 public version;

    event Changed(uint256 version, uint256 value);

    function change(uint256 value) external {
        emit Changed(version++, value);
    }
}

/// Keeps the version that came last.
contract Mirror {
    address public immutable relay;
    uint256 public version;

    constructor(address relay_) {
        relay = relay_;
    }

    function follow(uint256 version_, uint256) external {
        require(msg.sender == relay, "not the relay");
        version = version_ + 1;
    }
}
