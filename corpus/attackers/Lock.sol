// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

interface ITask {
    function run() external;
}

/// While a task runs the lock is open, and whoever runs then can sweep.
contract Lock {
    bool public locked = true;
    uint256 public reserve = 100;

    function perform(ITask task) external {
        locked = false;
        task.run();
        locked = true;
    }

    function sweep() external {
        require(!locked, "locked");
        reserve = 0;
    }
}

/// The same with sweep reserved for the owner.
contract OwnedLock {
    bool public locked = true;
    uint256 public reserve = 100;
    address public immutable owner = msg.sender;

    function perform(ITask task) external {
        locked = false;
        task.run();
        locked = true;
    }

    function sweep() external {
        require(!locked && msg.sender == owner, "locked");
        reserve = 0;
    }
}
