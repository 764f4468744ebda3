// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

// Written by `thymus guard` from Tap.inv. Change that file, and write this again.
//
// It enforces:
//   limit each, line 6 of tap.inv
//
// The contract behind tap inherits from this one.
// Beside each event that a flow counts stands a call of its function, with the same values.
// What leaves 256 bits, is divided by zero, or is read from a view that fails, reverts.
// What other contracts do to the state is judged in the next guarded call.
//
// A proof of the limits needs to be told what the buckets hold:
//   lemma guardEachTime: forall address u: tap.guardEach[u].time <= now;
//   lemma guardEachLevel: forall address u: tap.guardEach[u].level <= 50_000_100_000e9;
//   lemma guardEach0: forall duration W: forall address u: tap.guardEach[u].time <= now - W ==> sum(drawn by u, last
//       W) <= 0;
//   lemma guardEach1: forall duration W: forall address u: tap.guardEach[u].time > now - W ==> sum(drawn by u, last
//       W) <= tap.guardEach[u].level + 100_000e9 * (tap.guardEach[u].time - (now - W) - 1);

/// @title What tap promises, kept while it runs
abstract contract TapGuard {
    /// A bucket that fills with what is counted and drains with time: its level when it was filled last.
    struct GuardBucket {
        uint64 time;
        uint192 level;
    }

    /// sum(drawn by u, last W).
    mapping(address => GuardBucket) private guardEach;

    error Violated_each();
    error GuardOutOfRange();

    /// @dev Stands beside each emission of Drawn(address,uint256).
    function _guardDrawn(address to, uint256 amount) internal {
        {
            uint256 guardTotal = _guardPour(guardEach[to], 100_000e9, amount);
            if (!(guardTotal <= 50_000_100_000e9)) revert Violated_each();
        }
    }

    /// @dev The level now, when some of it has drained.
    function _guardLevel(GuardBucket storage bucket, uint256 rate) private view returns (uint256) {
        uint256 drained = (block.timestamp - bucket.time) * rate;
        return bucket.level > drained ? bucket.level - drained : 0;
    }

    /// @dev Counts an amount, and returns the level.
    function _guardPour(GuardBucket storage bucket, uint256 rate, uint256 amount)
        private returns (uint256 level)
    {
        level = _guardLevel(bucket, rate) + amount;
        if (level > type(uint192).max) revert GuardOutOfRange();
        (bucket.time, bucket.level) = (uint64(block.timestamp), uint192(level));
    }
}
