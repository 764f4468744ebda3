// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

interface IHook {
    function hook() external;

    function peek() external view returns (uint256);
}

/// What a failing call did is undone; what a static call does is nothing.
contract Undone {
    uint256 public n;
    uint256 public failing;
    uint256 public succeeding;
    uint256 public peeking;

    function bump() external {
        n += 1;
    }

    function go(address t) external {
        uint256 before = n;
        (bool ok,) = t.call("");
        if (!ok && n != before) failing = 1;
        if (ok && n != before) succeeding = 1;
    }

    function look(address t) external {
        uint256 before = n;
        IHook(t).peek();
        if (n != before) peeking = 1;
    }
}

/// Within a frame that is undone, others can see what is undone with them.
contract Within {
    uint256 public n;
    uint256 public leak;

    function go(address t) external {
        try this.inner(t) {} catch {}
    }

    function inner(address t) external {
        require(msg.sender == address(this), "inner");
        n = 5;
        IHook(t).hook();
        revert("undone");
    }

    function see() external {
        if (n == 5) leak = 1;
    }
}

contract WithinKept {
    uint256 public n;
    uint256 public leak;

    function go(address t) external {
        try this.inner(t) {} catch {}
    }

    function inner(address t) external {
        require(msg.sender == address(this), "inner");
        n = 5;
        IHook(t).hook();
        n = 0;
    }

    function see() external {
        if (n == 5) leak = 1;
    }
}
