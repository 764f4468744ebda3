// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Somebody has to trip it.
contract Broken {
    address public immutable guardian;
    uint256 public level;
    bool public tripped;

    constructor(address guardian_) {
        guardian = guardian_;
    }

    function rise(uint256 amount) external {
        require(!tripped && amount <= 1000, "no more");
        level += amount;
    }

    function trip() external {
        require(msg.sender == guardian && level > 500, "not yet");
        tripped = true;
    }
}
