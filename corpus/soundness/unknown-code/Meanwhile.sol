// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

interface IHook {
    function hook() external;
}


/// The fee is 0 between transactions.
contract Meanwhile {
    uint256 public fee;
    uint256 public charged;

    function run(address t) external {
        fee = 5;
        IHook(t).hook();
        fee = 0;
    }

    function charge() external {
        charged = fee;
    }
}

contract Guarded {
    uint256 public fee;
    uint256 public charged;

    function run(address t) external {
        fee = 5;
        IHook(t).hook();
        fee = 0;
    }

    function charge() external {
        require(fee == 0, "meanwhile");
        charged = fee;
    }
}

/// One lock, and within it another one.
contract TwoLocks {
    bool private a;
    bool private b;
    uint256 public both;

    function first(address t) external {
        require(!a, "a");
        a = true;
        IHook(t).hook();
        a = false;
    }

    function second(address t) external {
        require(!b, "b");
        b = true;
        IHook(t).hook();
        b = false;
    }

    function enter() external {
        require(a && b, "open");
        both = 1;
    }
}

contract OneOfTwoLocks {
    bool private a;
    bool private b;
    uint256 public both;

    function first(address t) external {
        require(!a && !b, "a");
        a = true;
        IHook(t).hook();
        a = false;
    }

    function second(address t) external {
        require(!a && !b, "b");
        b = true;
        IHook(t).hook();
        b = false;
    }

    function enter() external {
        require(a && b, "open");
        both = 1;
    }
}

/// Counts the calls in progress.
contract Deep {
    uint256 public depth;

    function run(address t) external {
        depth += 1;
        IHook(t).hook();
        depth -= 1;
    }
}
