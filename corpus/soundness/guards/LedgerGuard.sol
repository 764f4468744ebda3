// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

// Written by `thymus guard` from Ledger.inv. Change that file, and write this again.
//
// It enforces:
//   limit counted, line 7 of ledger.inv
//   limit squares, line 8 of ledger.inv
//   limit by_blocks, line 9 of ledger.inv
//   limit short, line 10 of ledger.inv
//   limit in_all, line 11 of ledger.inv
//   limit each, line 12 of ledger.inv
//   limit for_each, line 13 of ledger.inv
//   limit of_alice, line 14 of ledger.inv
//   limit below_cap, line 15 of ledger.inv
//   limit net, line 16 of ledger.inv
//   limit pouring, line 17 of ledger.inv
//   limit two, line 18 of ledger.inv
//   limit negative, line 19 of ledger.inv
//   invariant member, line 21 of ledger.inv
//   invariant string, line 22 of ledger.inv
//   invariant abstract, line 23 of ledger.inv
//   invariant assembly, line 24 of ledger.inv
//   rule error, line 25 of ledger.inv
//   rule while, line 26 of ledger.inv
// It does not enforce:
//   invariant counts, line 18: it reads the ghost steps
//   invariant unread, line 19: ledger.hidden has no getter; make it public, or read a view
//   invariant summed, line 20: it adds all values of a mapping; keep sum(ledger.accounts.held) in a state variable
//   invariant from_start, line 21: it looks back at earlier states by start
//   invariant everybody, line 22: it is about all values of 'u'
//   invariant text, line 23: it compares texts
//   enabled moves, line 24: it asks whether a call would succeed
//   rule told, line 25: it is about an event, which is over before the step settles
//   rule tried, line 26: a call that fails leaves nothing on chain
//   rule calm, line 27: a call that fails leaves nothing on chain
//   respond falls, line 28: it has a deadline, which passes without a call
//   envelope caps, line 29: it asks which call led here, at any depth
//   limit more, line 30: it asks for more of moved than that it stays below a bound
//   limit largest, line 31: it asks for the least or the greatest amount of a window
//   limit grows, line 32: its bound is no constant and a multiple of the length of the window
//   isolate alone, line 33: it compares two runs
//
// The contract behind ledger inherits from this one.
// Each of its external functions that changes the state has one of the modifiers, first:
// its own where there is one, and else `guarded`. So have receive and fallback.
// No guarded call begins within another.
// Beside each event that a flow counts stands a call of its function, with the same values.
// What leaves 256 bits, is divided by zero, or is read from a view that fails, reverts.
// What other contracts do to the state is judged in the next guarded call.
// prev is what was there when the call began, without the ether that it brought.
//
// A proof of the limits needs to be told what the buckets hold:
//   lemma guardCountedSlot: ledger.guardCounted.slot * 1200 <= now;
//   lemma guardCounted0: forall duration W: ledger.guardCounted.slot * 1200 + 1200 <= now - W + 1 ==> count(moved,
//       last W) <= 0;
//   lemma guardCounted1: forall duration W: ledger.guardCounted.slot * 1200 <= now - W + 1 ==> count(moved, last W)
//       <= ledger.guardCounted.b0;
//   lemma guardCounted2: forall duration W: ledger.guardCounted.slot * 1200 - 1200 <= now - W + 1 ==> count(moved,
//       last W) <= ledger.guardCounted.b0 + ledger.guardCounted.b1;
//   lemma guardCounted3: forall duration W: ledger.guardCounted.slot * 1200 - 2400 <= now - W + 1 ==> count(moved,
//       last W) <= ledger.guardCounted.b0 + ledger.guardCounted.b1 + ledger.guardCounted.b2;
//   lemma guardCounted4: forall duration W: ledger.guardCounted.slot * 1200 - 3600 <= now - W + 1 ==> count(moved,
//       last W) <= ledger.guardCounted.b0 + ledger.guardCounted.b1 + ledger.guardCounted.b2 + ledger.guardCounted.b3;
//   lemma guardSquaresSlot: ledger.guardSquares.slot * 57_600 <= now;
//   lemma guardSquares0: forall duration W: ledger.guardSquares.slot * 57_600 + 57_600 <= now - W + 1 ==> sum(squared
//       moved, last W) <= 0;
//   lemma guardSquares1: forall duration W: ledger.guardSquares.slot * 57_600 <= now - W + 1 ==> sum(squared moved,
//       last W) <= ledger.guardSquares.b0;
//   lemma guardSquares2: forall duration W: ledger.guardSquares.slot * 57_600 - 57_600 <= now - W + 1 ==> sum(squared
//       moved, last W) <= ledger.guardSquares.b0 + ledger.guardSquares.b1;
//   lemma guardSquares3: forall duration W: ledger.guardSquares.slot * 57_600 - 115_200 <= now - W + 1 ==>
//       sum(squared moved, last W) <= ledger.guardSquares.b0 + ledger.guardSquares.b1 + ledger.guardSquares.b2;
//   lemma guardSquares4: forall duration W: ledger.guardSquares.slot * 57_600 - 172_800 <= now - W + 1 ==>
//       sum(squared moved, last W) <= ledger.guardSquares.b0 + ledger.guardSquares.b1 + ledger.guardSquares.b2 +
//           ledger.guardSquares.b3;
//   lemma guardShortSlot: ledger.guardShort.slot <= now;
//   lemma guardShort0: forall duration W: ledger.guardShort.slot + 1 <= now - W + 1 ==> sum(moved, last W) <= 0;
//   lemma guardShort1: forall duration W: ledger.guardShort.slot <= now - W + 1 ==> sum(moved, last W) <=
//       ledger.guardShort.b0;
//   lemma guardShort2: forall duration W: ledger.guardShort.slot - 1 <= now - W + 1 ==> sum(moved, last W) <=
//       ledger.guardShort.b0 + ledger.guardShort.b1;
//   lemma guardShort3: forall duration W: ledger.guardShort.slot - 2 <= now - W + 1 ==> sum(moved, last W) <=
//       ledger.guardShort.b0 + ledger.guardShort.b1 + ledger.guardShort.b2;
//   lemma guardBelow_capSlot: ledger.guardBelow_cap.slot * 28_800 <= now;
//   lemma guardBelow_cap0: forall duration W: ledger.guardBelow_cap.slot * 28_800 + 28_800 <= now - W + 1 ==>
//       sum(called, last W) <= 0;
//   lemma guardBelow_cap1: forall duration W: ledger.guardBelow_cap.slot * 28_800 <= now - W + 1 ==> sum(called, last
//       W) <= ledger.guardBelow_cap.b0;
//   lemma guardBelow_cap2: forall duration W: ledger.guardBelow_cap.slot * 28_800 - 28_800 <= now - W + 1 ==>
//       sum(called, last W) <= ledger.guardBelow_cap.b0 + ledger.guardBelow_cap.b1;
//   lemma guardBelow_cap3: forall duration W: ledger.guardBelow_cap.slot * 28_800 - 57_600 <= now - W + 1 ==>
//       sum(called, last W) <= ledger.guardBelow_cap.b0 + ledger.guardBelow_cap.b1 + ledger.guardBelow_cap.b2;
//   lemma guardBelow_cap4: forall duration W: ledger.guardBelow_cap.slot * 28_800 - 86_400 <= now - W + 1 ==>
//       sum(called, last W) <= ledger.guardBelow_cap.b0 + ledger.guardBelow_cap.b1 + ledger.guardBelow_cap.b2 +
//           ledger.guardBelow_cap.b3;
//   lemma guardNetSlot: ledger.guardNet.slot * 1200 <= now;
//   lemma guardNet0: forall duration W: ledger.guardNet.slot * 1200 + 1200 <= now - W + 1 ==> sum(changed, last W) <=
//       0;
//   lemma guardNet1: forall duration W: ledger.guardNet.slot * 1200 <= now - W + 1 ==> sum(changed, last W) <=
//       ledger.guardNet.b0;
//   lemma guardNet2: forall duration W: ledger.guardNet.slot * 1200 - 1200 <= now - W + 1 ==> sum(changed, last W) <=
//       ledger.guardNet.b0 + ledger.guardNet.b1;
//   lemma guardNet3: forall duration W: ledger.guardNet.slot * 1200 - 2400 <= now - W + 1 ==> sum(changed, last W) <=
//       ledger.guardNet.b0 + ledger.guardNet.b1 + ledger.guardNet.b2;
//   lemma guardNet4: forall duration W: ledger.guardNet.slot * 1200 - 3600 <= now - W + 1 ==> sum(changed, last W) <=
//       ledger.guardNet.b0 + ledger.guardNet.b1 + ledger.guardNet.b2 + ledger.guardNet.b3;
//   lemma guardPouringTime: ledger.guardPouring.time <= now;
//   lemma guardPouringLevel: ledger.guardPouring.level <= 1400;
//   lemma guardPouring0: forall duration W: ledger.guardPouring.time <= now - W ==> sum(moved, last W) <= 0;
//   lemma guardPouring1: forall duration W: ledger.guardPouring.time > now - W ==> 2 * sum(moved, last W) <=
//       ledger.guardPouring.level + 3 * (ledger.guardPouring.time - (now - W) - 1);
//   lemma guardTwoSlot: ledger.guardTwo.slot * 28_800 <= now;
//   lemma guardTwo0: forall duration W: ledger.guardTwo.slot * 28_800 + 28_800 <= now - W + 1 ==> sum(moved, last W)
//       <= 0;
//   lemma guardTwo1: forall duration W: ledger.guardTwo.slot * 28_800 <= now - W + 1 ==> sum(moved, last W) <=
//       ledger.guardTwo.b0;
//   lemma guardTwo2: forall duration W: ledger.guardTwo.slot * 28_800 - 28_800 <= now - W + 1 ==> sum(moved, last W)
//       <= ledger.guardTwo.b0 + ledger.guardTwo.b1;
//   lemma guardTwo3: forall duration W: ledger.guardTwo.slot * 28_800 - 57_600 <= now - W + 1 ==> sum(moved, last W)
//       <= ledger.guardTwo.b0 + ledger.guardTwo.b1 + ledger.guardTwo.b2;
//   lemma guardTwo4: forall duration W: ledger.guardTwo.slot * 28_800 - 86_400 <= now - W + 1 ==> sum(moved, last W)
//       <= ledger.guardTwo.b0 + ledger.guardTwo.b1 + ledger.guardTwo.b2 + ledger.guardTwo.b3;
//   lemma guardNegativeSlot: ledger.guardNegative.slot * 14_400 <= now;
//   lemma guardNegative0: forall duration W: ledger.guardNegative.slot * 14_400 + 14_400 <= now - W + 1 ==>
//       sum(called, last W) <= 0;
//   lemma guardNegative1: forall duration W: ledger.guardNegative.slot * 14_400 <= now - W + 1 ==> sum(called, last
//       W) <= ledger.guardNegative.b0;
//   lemma guardNegative2: forall duration W: ledger.guardNegative.slot * 14_400 - 14_400 <= now - W + 1 ==>
//       sum(called, last W) <= ledger.guardNegative.b0 + ledger.guardNegative.b1;
//   lemma guardNegative3: forall duration W: ledger.guardNegative.slot * 14_400 - 28_800 <= now - W + 1 ==>
//       sum(called, last W) <= ledger.guardNegative.b0 + ledger.guardNegative.b1 + ledger.guardNegative.b2;
//   lemma guardNegative4: forall duration W: ledger.guardNegative.slot * 14_400 - 43_200 <= now - W + 1 ==>
//       sum(called, last W) <= ledger.guardNegative.b0 + ledger.guardNegative.b1 + ledger.guardNegative.b2 +
//           ledger.guardNegative.b3;

/// What the guard reads of Ledger.
interface GuardLedgerViews {
    function accounts(address) external view returns (uint256, bool);
    function cap() external view returns (uint256);
    function limits() external view returns (uint256, uint256, uint256);
}

/// @title What ledger promises, kept while it runs
abstract contract LedgerGuard {
    /// What was counted in a slot of time, the last one in which anything was, and in those before it.
    struct GuardRing1 {
        uint32 slot;
        uint112 b0;
    }

    /// What was counted in a slot of time, the last one in which anything was, and in those before it.
    struct GuardRing3 {
        uint32 slot;
        uint112 b0;
        uint112 b1;
        uint112 b2;
    }

    /// What was counted in a slot of time, the last one in which anything was, and in those before it.
    struct GuardRing4 {
        uint32 slot;
        uint112 b0;
        uint112 b1;
        uint112 b2;
        uint112 b3;
    }

    /// A bucket that fills with what is counted and drains with time: its level when it was filled last.
    struct GuardBucket {
        uint64 time;
        uint192 level;
    }

    /// What is read when a call begins.
    struct GuardBefore {
        /// prev(ledger.cap())
        uint256 v0;
    }

    /// The account alice of the file.
    address private immutable _guardAlice;
    /// The account bob of the file.
    address private immutable _guardBob;
    /// The parameter most of the file.
    uint256 private immutable _guardMost;
    /// The parameter least of the file.
    int256 private immutable _guardLeast;
    /// Whether a guarded call is under way.
    bool private transient guardRunning;
    bool private transient guardSeenBelow_cap;
    /// count(moved, last 60 minutes). It counts what its 4 slots of 1200 seconds carry, the last 3601 to 4800
    /// seconds, where the window is the last 3600.
    GuardRing4 private guardCounted;
    /// sum(squared moved, last 2 days). It counts what its 4 slots of 57_600 seconds carry, the last 172_801 to
    /// 230_400 seconds, where the window is the last 172_800.
    GuardRing4 private guardSquares;
    /// sum(moved, last 10 blocks). It counts what its 4 slots of 3 blocks carry, the last 10 to 12 blocks, where the
    /// window is the last 10.
    GuardRing4 private guardBy_blocks;
    /// sum(moved, last 1 block).
    GuardRing1 private guardBy_blocks_2;
    /// sum(moved, last 3 seconds).
    GuardRing3 private guardShort;
    /// sum(moved, ever).
    uint256 private guardIn_all;
    /// sum(moved by u, last 10 minutes). It counts what its 4 slots of 200 seconds carry, the last 601 to 800
    /// seconds, where the window is the last 600.
    mapping(address => GuardRing4) private guardEach;
    /// count(called by u, ever).
    mapping(address => uint256) private guardFor_each;
    /// sum(called by alice, last 60 minutes). It counts what its 4 slots of 1200 seconds carry, the last 3601 to 4800
    /// seconds, where the window is the last 3600.
    mapping(address => GuardRing4) private guardOf_alice;
    /// sum(called, last 24 hours). It counts what its 4 slots of 28_800 seconds carry, the last 86_401 to 115_200
    /// seconds, where the window is the last 86_400.
    GuardRing4 private guardBelow_cap;
    /// sum(changed, last 60 minutes). It counts what its 4 slots of 1200 seconds carry, the last 3601 to 4800
    /// seconds, where the window is the last 3600.
    GuardRing4 private guardNet;
    /// sum(moved, last W).
    GuardBucket private guardPouring;
    /// sum(moved, last 24 hours). It counts what its 4 slots of 28_800 seconds carry, the last 86_401 to 115_200
    /// seconds, where the window is the last 86_400.
    GuardRing4 private guardTwo;
    /// sum(called, last 12 hours). It counts what its 4 slots of 14_400 seconds carry, the last 43_201 to 57_600
    /// seconds, where the window is the last 43_200.
    GuardRing4 private guardNegative;

    error Violated_counted();
    error Violated_squares();
    error Violated_by_blocks();
    error Violated_short();
    error Violated_in_all();
    error Violated_each();
    error Violated_for_each();
    error Violated_of_alice();
    error Violated_below_cap();
    error Violated_net();
    error Violated_pouring();
    error Violated_two();
    error Violated_negative();
    error Violated_member();
    error Violated_string();
    error Violated_abstract();
    error Violated_assembly();
    error Violated_error();
    error Violated_while();
    error GuardEntered();
    error GuardOutOfRange();

    constructor(address alice, address bob, uint256 most, int256 least) {
        _guardAlice = alice;
        _guardBob = bob;
        _guardMost = most;
        _guardLeast = least;
    }

    /// @notice For each function that changes the state and has no modifier of its own below.
    modifier guarded() {
        GuardBefore memory guardAll = _guardEnter();
        _;
        _guardLeave(guardAll);
    }

    /// @notice For move(uint128,int256).
    modifier guardedMove(uint256 contract_, int256 change) {
        GuardBefore memory guardAll = _guardEnter();
        _;
        _guardedMoveEnds(guardAll, contract_, change);
    }

    /// @notice For setCap(uint256).
    modifier guardedSetCap(uint256 before_) {
        GuardBefore memory guardAll = _guardEnter();
        _;
        _guardedSetCapEnds(guardAll, before_);
    }

    function _guardEnter() private returns (GuardBefore memory before) {
        if (guardRunning) revert GuardEntered();
        guardRunning = true;
        before.v0 = GuardLedgerViews(address(this)).cap();
    }

    function _guardLeave(GuardBefore memory before) private {
        if (guardSeenBelow_cap) {
            guardSeenBelow_cap = false;
            if (!(5 * _guardSum4(guardBelow_cap, block.timestamp / 28_800) <= 4 * before.v0))
                revert Violated_below_cap();
        }
        if (!(_guardLedgerAccounts(_guardAlice) <= _guardLedgerLimits())) revert Violated_member();
        if (!(_guardLedgerAccounts_2(_guardBob) || GuardLedgerViews(address(this)).cap() <= 2000))
            revert Violated_string();
        if (!(before.v0 <= GuardLedgerViews(address(this)).cap() + 50)) revert Violated_abstract();
        if (!(!(_guardMost < GuardLedgerViews(address(this)).cap()) || int256(_guardLedgerAccounts(_guardAlice)) <
            _guardLeast + 10_000)) revert Violated_assembly();
        guardRunning = false;
    }

    function _guardedMoveEnds(GuardBefore memory guardAll, uint256 contract_, int256 change) private {
        guardSeenBelow_cap = true;
        guardFor_each[msg.sender] += 1;
        _guardAdd4(guardOf_alice[msg.sender], block.timestamp / 1200, contract_);
        _guardAdd4(guardBelow_cap, block.timestamp / 28_800, contract_);
        {
            uint256 guardTotal = _guardAdd4(guardNegative, block.timestamp / 14_400, contract_);
            if (!(!(790 < guardTotal))) revert Violated_negative();
        }
        if (!(guardFor_each[msg.sender] <= 40)) revert Violated_for_each();
        if (!(_guardSum4(guardOf_alice[_guardAlice], block.timestamp / 1200) <= 550)) revert Violated_of_alice();
        if (!(_guardSum4(guardTwo, block.timestamp / 28_800) + _guardSum4(guardBelow_cap, block.timestamp / 28_800) <=
            1800)) revert Violated_two();
        if (!(0 <= change + 1000 && contract_ <= GuardLedgerViews(address(this)).cap())) revert Violated_while();
        _guardLeave(guardAll);
    }

    function _guardedSetCapEnds(GuardBefore memory guardAll, uint256 before_) private {
        if (!(msg.sender != _guardAlice || 500 <= before_)) revert Violated_error();
        _guardLeave(guardAll);
    }

    /// @dev Stands beside each emission of Moved(address,uint256,int256).
    function _guardMoved(address payable_, uint256 amount, int256 mapping_) internal {
        if (5 < amount) {
            {
                uint256 guardTotal = _guardAdd4(guardCounted, block.timestamp / 1200, 1);
                if (!(guardTotal <= 10)) revert Violated_counted();
            }
            {
                uint256 guardTotal = _guardAdd4(guardSquares, block.timestamp / 57_600, (amount * amount));
                if (!(guardTotal <= 1e6)) revert Violated_squares();
            }
            _guardAdd4(guardBy_blocks, block.number / 3, amount);
            _guardAdd1(guardBy_blocks_2, block.number, amount);
            {
                uint256 guardTotal = _guardAdd3(guardShort, block.timestamp, amount);
                if (!(guardTotal <= 700)) revert Violated_short();
            }
            guardIn_all += amount;
            {
                uint256 guardTotal = _guardAdd4(guardEach[payable_], block.timestamp / 200, amount);
                if (!(guardTotal <= 650)) revert Violated_each();
            }
            {
                uint256 guardTotal = _guardPour(guardPouring, 3, 2 * amount);
                if (!(guardTotal <= 1400)) revert Violated_pouring();
            }
            _guardAdd4(guardTwo, block.timestamp / 28_800, amount);
        }
        {
            uint256 guardTotal = _guardAdd4(guardNet, block.timestamp / 1200, _guardPositive(mapping_));
            if (!(guardTotal <= 1000)) revert Violated_net();
        }
        if (!(_guardSum4(guardBy_blocks, block.number / 3) <= 800 && _guardSum1(guardBy_blocks_2, block.number) <=
            600)) revert Violated_by_blocks();
        if (!(guardIn_all <= 5000)) revert Violated_in_all();
        if (!(_guardSum4(guardTwo, block.timestamp / 28_800) + _guardSum4(guardBelow_cap, block.timestamp / 28_800) <=
            1800)) revert Violated_two();
    }

    /// @dev Result 1 of ledger.accounts.
    function _guardLedgerAccounts(address x0) private view returns (uint256 value) {
        (value,) = GuardLedgerViews(address(this)).accounts(x0);
    }

    /// @dev Result 3 of ledger.limits.
    function _guardLedgerLimits() private view returns (uint256 value) {
        (,, value) = GuardLedgerViews(address(this)).limits();
    }

    /// @dev Result 2 of ledger.accounts.
    function _guardLedgerAccounts_2(address x0) private view returns (bool value) {
        (, value) = GuardLedgerViews(address(this)).accounts(x0);
    }

    /// @dev The ring as of a slot: what is older than its slots is gone.
    function _guardTurned1(GuardRing1 storage ring, uint256 slot)
        private view returns (GuardRing1 memory turned)
    {
        if (slot > type(uint32).max) revert GuardOutOfRange();
        turned.slot = uint32(slot);
        uint256 passed = slot - ring.slot;
        if (passed == 0) {
            turned.b0 = ring.b0;
        }
    }

    /// @dev Counts an amount, and returns what all slots carry.
    function _guardAdd1(GuardRing1 storage ring, uint256 slot, uint256 amount) private returns (uint256) {
        GuardRing1 memory turned = _guardTurned1(ring, slot);
        uint256 first = turned.b0 + amount;
        if (first > type(uint112).max) revert GuardOutOfRange();
        turned.b0 = uint112(first);
        (ring.slot, ring.b0) = (turned.slot, turned.b0);
        return first;
    }

    /// @dev What all slots carry.
    function _guardSum1(GuardRing1 storage ring, uint256 slot) private view returns (uint256) {
        GuardRing1 memory turned = _guardTurned1(ring, slot);
        return uint256(turned.b0);
    }

    /// @dev The ring as of a slot: what is older than its slots is gone.
    function _guardTurned3(GuardRing3 storage ring, uint256 slot)
        private view returns (GuardRing3 memory turned)
    {
        if (slot > type(uint32).max) revert GuardOutOfRange();
        turned.slot = uint32(slot);
        uint256 passed = slot - ring.slot;
        if (passed == 0) {
            turned.b0 = ring.b0;
            turned.b1 = ring.b1;
            turned.b2 = ring.b2;
        }
        if (passed == 1) {
            turned.b1 = ring.b0;
            turned.b2 = ring.b1;
        }
        if (passed == 2) {
            turned.b2 = ring.b0;
        }
    }

    /// @dev Counts an amount, and returns what all slots carry.
    function _guardAdd3(GuardRing3 storage ring, uint256 slot, uint256 amount) private returns (uint256) {
        GuardRing3 memory turned = _guardTurned3(ring, slot);
        uint256 first = turned.b0 + amount;
        if (first > type(uint112).max) revert GuardOutOfRange();
        turned.b0 = uint112(first);
        (ring.slot, ring.b0, ring.b1) = (turned.slot, turned.b0, turned.b1);
        ring.b2 = turned.b2;
        return first + turned.b1 + turned.b2;
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

    /// @dev What all slots carry.
    function _guardSum4(GuardRing4 storage ring, uint256 slot) private view returns (uint256) {
        GuardRing4 memory turned = _guardTurned4(ring, slot);
        return uint256(turned.b0) + turned.b1 + turned.b2 + turned.b3;
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

    /// @dev The number, or 0 where it is below.
    function _guardPositive(int256 a) private pure returns (uint256) {
        return a > 0 ? uint256(a) : 0;
    }
}
