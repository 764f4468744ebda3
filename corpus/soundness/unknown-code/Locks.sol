// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

interface IHook {
    function hook() external;
}

/// What runs within run must not count.
contract Checked {
    bool private locked;
    uint256 public n;
    uint256 public seen;

    modifier guard() {
        require(!locked, "entered");
        locked = true;
        _;
        locked = false;
    }

    function run(address t) external guard {
        uint256 before = n;
        IHook(t).hook();
        if (n != before) seen = 1;
    }

    function bump() external guard {
        n += 1;
    }
}

/// Sets the lock, and bump does not look.
contract NotChecked {
    bool private locked;
    uint256 public n;
    uint256 public seen;

    modifier guard() {
        require(!locked, "entered");
        locked = true;
        _;
        locked = false;
    }

    function run(address t) external guard {
        uint256 before = n;
        IHook(t).hook();
        if (n != before) seen = 1;
    }

    function bump() external {
        n += 1;
    }
}

/// The lock is opened before the second call.
contract Opened {
    bool private locked;
    uint256 public n;
    uint256 public seen;

    modifier guard() {
        require(!locked, "entered");
        locked = true;
        _;
        locked = false;
    }

    function run(address t) external guard {
        uint256 before = n;
        IHook(t).hook();
        locked = false;
        IHook(t).hook();
        if (n != before) seen = 1;
    }

    function bump() external guard {
        n += 1;
    }
}

/// The lock of one caller does not keep another one out.
contract LockOfCaller {
    mapping(address => bool) private inside;
    uint256 public n;
    uint256 public seen;

    modifier guard() {
        require(!inside[msg.sender], "entered");
        inside[msg.sender] = true;
        _;
        inside[msg.sender] = false;
    }

    function run(address t) external guard {
        uint256 before = n;
        IHook(t).hook();
        if (n != before) seen = 1;
    }

    function bump() external guard {
        n += 1;
    }
}
