// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract Gate {
    bool public paused;
    uint256 public pausedAt;
    uint256 public price = 200;
    bool public tripped;

    function open() public view returns (bool) {
        return !paused || block.timestamp >= pausedAt + 1 hours;
    }

    function pause() external {
        require(open());
        (paused, pausedAt) = (true, block.timestamp);
    }

    function clear() external {
        require(open());
        paused = false;
    }

    function set(uint256 next) external {
        price = next;
        if (next < 100) tripped = true;
    }
}

contract GateTwin {
    bool public paused;
    uint256 public pausedAt;
    uint256 public price = 200;
    bool public tripped;

    function open() public view returns (bool) {
        return !paused || block.timestamp > pausedAt + 1 hours;
    }

    function pause() external {
        require(open());
        (paused, pausedAt) = (true, block.timestamp);
    }

    function clear() external {
        require(open());
        paused = false;
    }

    function set(uint256 next) external {
        price = next;
        if (next < 99) tripped = true;
    }
}
