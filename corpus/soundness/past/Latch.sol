// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract Latch {
    bool public paused;
    bool public tripped;
    bool public open;
    bool public locked;
    mapping(address => bool) public banned;
    mapping(address => bool) public marked;
    uint256 public uses;

    function pause() external {
        paused = true;
        tripped = true;
    }

    function resume() external {
        paused = false;
    }

    function enter() external {
        require(!locked);
        open = true;
    }

    function lock() external {
        open = false;
        locked = true;
    }

    function unlock() external {
        locked = false;
    }

    function ban(address user) external {
        banned[user] = true;
        marked[user] = true;
    }

    function pardon(address user) external {
        banned[user] = false;
    }

    function use(address user) external {
        require(!marked[user]);
        uses++;
    }
}

contract LatchTwin {
    bool public paused;
    bool public tripped;
    bool public open;
    bool public locked;
    mapping(address => bool) public banned;
    mapping(address => bool) public marked;
    uint256 public uses;

    function pause() external {
        paused = true;
        tripped = true;
    }

    function resume() external {
        (paused, tripped) = (false, false);
    }

    function enter() external {
        require(!locked);
        open = true;
    }

    function lock() external {
        open = false;
        locked = true;
    }

    function unlock() external {
        (locked, open) = (false, false);
    }

    function ban(address user) external {
        banned[user] = true;
        marked[user] = true;
    }

    function pardon(address user) external {
        (banned[user], marked[user]) = (false, false);
    }

    function use(address user) external {
        require(!marked[user]);
        uses++;
    }
}
