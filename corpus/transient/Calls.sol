// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// A permit that is to last for one call, and lasts as long as the transaction.
contract Permit {
    uint256 internal transient allowed;
    uint256 public taken;

    event Taken(uint256 amount);

    function permit(uint256 amount) public virtual {
        allowed = amount;
    }

    function take() external {
        require(allowed > 0, "no permit");
        taken += allowed;
        emit Taken(allowed);
    }
}

/// The same, taken back at the end of the call.
contract ClearedPermit is Permit {
    function permit(uint256 amount) public override {
        super.permit(amount);
        allowed = 0;
    }
}

/// A lock against calls from within, which is not released.
contract Lock {
    bool internal transient locked;

    function enter() external {
        require(!locked, "locked");
        locked = true;
        leave();
    }

    function leave() internal virtual {}
}

/// The same lock, released.
contract ReleasedLock is Lock {
    function leave() internal override {
        locked = false;
    }
}

/// Counts how often a lock could not be entered.
contract Guard {
    Lock internal lock;
    uint256 public failures;

    constructor(Lock lock_) {
        lock = lock_;
    }

    function tryEnter() external {
        try lock.enter() {}
        catch {
            failures++;
        }
    }
}

/// Asks who sent the transaction, so that a person comes in once in a transaction.
contract Door {
    bool internal transient inside;
    uint256 public twice;

    function enter() external {
        require(msg.sender == tx.origin, "no person");
        if (inside) twice++;
        inside = true;
    }
}

/// Takes callers for persons, and counts those that are none.
contract Counter {
    uint256 public contracts;
    uint256 public withCode;

    function count() external {
        if (msg.sender != tx.origin) contracts++;
        if (msg.sender.code.length > 0) withCode++;
    }
}
