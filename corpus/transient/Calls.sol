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

/// Two ways to keep contracts out: one asks who sent the transaction, the other whether the caller has code.
contract Door {
    uint256 public contracts;
    uint256 public withCode;
    uint256 public others;

    function enter() external {
        require(msg.sender == tx.origin, "no person");
        if (msg.sender.code.length > 0) contracts++;
    }

    function count() external {
        if (msg.sender != tx.origin) others++;
        if (msg.sender.code.length > 0) withCode++;
    }
}
