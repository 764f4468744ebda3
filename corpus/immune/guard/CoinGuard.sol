// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

// Written by `thymus guard` from Coin.inv. Change that file, and write this again.
//
// It enforces:
//   invariant backed, line 6 of coin.inv
//   rule steady, line 9 of coin.inv
//   limit daily, line 11 of coin.inv
//
// The contract behind coin inherits from this one.
// Each of its external functions that changes the state has one of the modifiers, first:
// its own where there is one, and else `guarded`. So have receive and fallback.
// No guarded call begins within another.
// Beside each event that a flow counts stands a call of its function, with the same values.
// What leaves 256 bits, is divided by zero, or is read from a view that fails, reverts.
// What other contracts do to the state is judged in the next guarded call.
// prev is what was there when the call began, without the ether that it brought.
//
// A proof of the limits needs to be told what the buckets hold:
//   lemma guardDailySlot: coin.guardDaily.slot * 28_800 <= now;
//   lemma guardDaily0: forall duration W: coin.guardDaily.slot * 28_800 + 28_800 <= now - W + 1 ==> sum(minted, last
//       W) <= 0;
//   lemma guardDaily1: forall duration W: coin.guardDaily.slot * 28_800 <= now - W + 1 ==> sum(minted, last W) <=
//       coin.guardDaily.b0;
//   lemma guardDaily2: forall duration W: coin.guardDaily.slot * 28_800 - 28_800 <= now - W + 1 ==> sum(minted, last
//       W) <= coin.guardDaily.b0 + coin.guardDaily.b1;
//   lemma guardDaily3: forall duration W: coin.guardDaily.slot * 28_800 - 57_600 <= now - W + 1 ==> sum(minted, last
//       W) <= coin.guardDaily.b0 + coin.guardDaily.b1 + coin.guardDaily.b2;
//   lemma guardDaily4: forall duration W: coin.guardDaily.slot * 28_800 - 86_400 <= now - W + 1 ==> sum(minted, last
//       W) <= coin.guardDaily.b0 + coin.guardDaily.b1 + coin.guardDaily.b2 + coin.guardDaily.b3;

/// What the guard reads of Coin.
interface GuardCoinViews {
    function reserves() external view returns (uint256);
    function totalSupply() external view returns (uint256);
}

/// @title What coin promises, kept while it runs
abstract contract CoinGuard {
    /// What was counted in a slot of time, the last one in which anything was, and in those before it.
    struct GuardRing4 {
        uint32 slot;
        uint112 b0;
        uint112 b1;
        uint112 b2;
        uint112 b3;
    }

    /// What is read when report(uint256) begins.
    struct GuardBeforeReport {
        /// prev(coin.reserves())
        uint256 v0;
    }

    /// Whether a guarded call is under way.
    bool private transient guardRunning;
    /// sum(minted, last 24 hours). It counts what its 4 slots of 28_800 seconds carry, the last 86_401 to 115_200
    /// seconds, where the window is the last 86_400.
    GuardRing4 private guardDaily;

    error Violated_backed();
    error Violated_steady();
    error Violated_daily();
    error GuardEntered();
    error GuardOutOfRange();

    /// @notice For each function that changes the state and has no modifier of its own below.
    modifier guarded() {
        _guardEnter();
        _;
        _guardLeave();
    }

    /// @notice For report(uint256).
    modifier guardedReport(uint256 amount) {
        _guardEnter();
        GuardBeforeReport memory guardOwn = _guardedReportBegins();
        _;
        _guardedReportEnds(guardOwn, amount);
    }

    function _guardEnter() private {
        if (guardRunning) revert GuardEntered();
        guardRunning = true;
    }

    function _guardLeave() private {
        if (!(GuardCoinViews(address(this)).totalSupply() <= GuardCoinViews(address(this)).reserves()))
            revert Violated_backed();
        guardRunning = false;
    }

    function _guardedReportBegins()
        private view returns (GuardBeforeReport memory before)
    {
        before.v0 = GuardCoinViews(address(this)).reserves();
    }

    function _guardedReportEnds(GuardBeforeReport memory before, uint256 amount) private {
        if (!(10 * _guardDistance(amount, before.v0) <= before.v0)) revert Violated_steady();
        _guardLeave();
    }

    /// @dev Stands beside each emission of Minted(address,uint256).
    function _guardMinted(uint256 amount) internal {
        {
            uint256 guardTotal = _guardAdd4(guardDaily, block.timestamp / 28_800, amount);
            if (!(guardTotal <= 1000e18)) revert Violated_daily();
        }
    }

    /// @dev The ring as of a slot: what is older than its slots is gone.
    function _guardTurned4(GuardRing4 storage ring, uint256 slot)
        private view returns (GuardRing4 memory turned)
    {
        if (slot > type(uint32).max) revert GuardOutOfRange();
        turned.slot = uint32(slot);
        uint256 passed = slot - ring.slot;
        if (passed == 0) {
            turned.b0 = ring.b0;
            turned.b1 = ring.b1;
            turned.b2 = ring.b2;
            turned.b3 = ring.b3;
        }
        if (passed == 1) {
            turned.b1 = ring.b0;
            turned.b2 = ring.b1;
            turned.b3 = ring.b2;
        }
        if (passed == 2) {
            turned.b2 = ring.b0;
            turned.b3 = ring.b1;
        }
        if (passed == 3) {
            turned.b3 = ring.b0;
        }
    }

    /// @dev Counts an amount, and returns what all slots carry.
    function _guardAdd4(GuardRing4 storage ring, uint256 slot, uint256 amount) private returns (uint256) {
        GuardRing4 memory turned = _guardTurned4(ring, slot);
        uint256 first = turned.b0 + amount;
        if (first > type(uint112).max) revert GuardOutOfRange();
        turned.b0 = uint112(first);
        (ring.slot, ring.b0, ring.b1) = (turned.slot, turned.b0, turned.b1);
        (ring.b2, ring.b3) = (turned.b2, turned.b3);
        return first + turned.b1 + turned.b2 + turned.b3;
    }

    function _guardDistance(uint256 a, uint256 b) private pure returns (uint256) {
        return a < b ? b - a : a - b;
    }
}
