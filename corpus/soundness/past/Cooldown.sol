// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract Cooldown {
    uint256 public trippedAt;
    uint256 public until;
    bool public paused;

    event Tripped();

    function trip() external {
        require(block.timestamp >= trippedAt + 1 hours);
        trippedAt = block.timestamp;
        until = block.timestamp + 30 minutes;
        paused = true;
        emit Tripped();
    }

    function resume() external {
        require(block.timestamp >= until);
        paused = false;
    }
}

contract CooldownTwin {
    uint256 public trippedAt;
    uint256 public until;
    bool public paused;

    event Tripped();

    function trip() external {
        require(block.timestamp >= trippedAt + 59 minutes);
        trippedAt = block.timestamp;
        until = block.timestamp + 29 minutes;
        paused = true;
        emit Tripped();
    }

    function resume() external {
        require(block.timestamp >= until);
        paused = false;
    }
}
