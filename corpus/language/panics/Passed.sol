// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract Purse {
    uint256 public left = 100;

    function spend(uint256 amount) external {
        left -= amount;
    }
}

/// Passes on what a contract of the system fails with.
contract Passes {
    Purse private immutable purse;

    constructor(Purse spent) {
        purse = spent;
    }

    function spend(uint256 amount) external {
        purse.spend(amount);
    }
}

/// Keeps it to itself.
contract Catches {
    Purse private immutable purse;
    uint256 public caught;

    error Refused(uint256 amount);

    constructor(Purse spent) {
        purse = spent;
    }

    function spend(uint256 amount) external {
        try purse.spend(amount) {}
        catch {
            if (amount > 1000) revert Refused(amount);
            unchecked { caught++; }
        }
    }
}

/// Passes on whatever code that nobody knows fails with.
contract Forwards {
    function forward(address to) external {
        (bool ok, bytes memory data) = to.call("");
        if (!ok) {
            assembly {
                revert(add(data, 32), mload(data))
            }
        }
    }
}

/// Only while a call that always fails is under way, another one may be made.
contract Quotes {
    uint256 public mode;
    uint256 public divisor = 1;

    error Quoted(uint256 price);

    function quote(address to) external {
        mode = 5;
        (bool ok,) = to.call("");
        uint256 price = 10 / divisor;
        revert Quoted(ok ? price : 0);
    }

    function set(uint256 to) external {
        require(mode == 5);
        divisor = to;
    }
}

contract Halts {
    uint256 public count;

    function halt(uint256 amount) external {
        if (amount > 10) {
            assembly {
                invalid()
            }
        }
        count = amount;
    }

    function inner(uint256 amount) external {
        try this.halt(amount) {} catch {}
    }
}

/// Every call that is no view fails, with a text or with bytes that are too short for a panic.
contract Closed {
    uint256 public count;

    function close(uint256 amount) external {
        count = amount;
        revert("closed");
    }

    function cut(uint256 code) external {
        count = code;
        assembly {
            mstore(0, 0x4e487b7100000000000000000000000000000000000000000000000000000000)
            mstore(4, code)
            revert(0, 3)
        }
    }
}
