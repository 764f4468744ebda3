// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

// Written by `thymus guard` from Corners.inv. Change that file, and write this again.
//
// It enforces:
//   rule difference, line 4 of corners.inv
//   rule signedDifference, line 7 of corners.inv
//   rule mixed, line 10 of corners.inv
//   rule divided, line 13 of corners.inv
//   rule remainder, line 16 of corners.inv
//   rule quotient, line 19 of corners.inv
//   rule distance, line 22 of corners.inv
//   rule least, line 25 of corners.inv
//   rule greatest, line 28 of corners.inv
//   rule negated, line 31 of corners.inv
//   rule share, line 34 of corners.inv
//   rule chosen, line 37 of corners.inv
//   rule product, line 40 of corners.inv
//   rule folded, line 43 of corners.inv
//   rule byNegative, line 46 of corners.inv
//   rule modNegative, line 49 of corners.inv
//   rule either, line 52 of corners.inv
//   rule narrow, line 55 of corners.inv
//   rule agreeing, line 58 of corners.inv
//   rule listed, line 61 of corners.inv
//   rule addressed, line 64 of corners.inv
//   rule kinds, line 67 of corners.inv
//   rule absolute, line 70 of corners.inv
//   rule nested, line 73 of corners.inv
//   rule squares, line 76 of corners.inv
//
// The contract behind numbers inherits from this one.
// Each of its external functions that changes the state has one of the modifiers, first:
// its own where there is one, and else `guarded`. So have receive and fallback.
// No guarded call begins within another.
// What leaves 256 bits, is divided by zero, or is read from a view that fails, reverts.
// What other contracts do to the state is judged in the next guarded call.
// prev is what was there when the call began, without the ether that it brought.

/// @title What numbers promises, kept while it runs
abstract contract CornersGuard {
    /// The account alice of the file.
    address private immutable _guardAlice;
    /// Whether a guarded call is under way.
    bool private transient guardRunning;

    error Violated_difference();
    error Violated_signedDifference();
    error Violated_mixed();
    error Violated_divided();
    error Violated_remainder();
    error Violated_quotient();
    error Violated_distance();
    error Violated_least();
    error Violated_greatest();
    error Violated_negated();
    error Violated_share();
    error Violated_chosen();
    error Violated_product();
    error Violated_folded();
    error Violated_byNegative();
    error Violated_modNegative();
    error Violated_either();
    error Violated_narrow();
    error Violated_agreeing();
    error Violated_listed();
    error Violated_addressed();
    error Violated_kinds();
    error Violated_absolute();
    error Violated_nested();
    error Violated_squares();
    error GuardEntered();
    error GuardOutOfRange();

    constructor(address alice) {
        _guardAlice = alice;
    }

    /// @notice For each function that changes the state and has no modifier of its own below.
    modifier guarded() {
        _guardEnter();
        _;
        _guardLeave();
    }

    /// @notice For difference(uint256,uint256,uint256).
    modifier guardedDifference(uint256 a, uint256 b, uint256 c) {
        _guardEnter();
        _;
        _guardedDifferenceEnds(a, b, c);
    }

    /// @notice For signedDifference(int256,int256).
    modifier guardedSignedDifference(int256 x, int256 y) {
        _guardEnter();
        _;
        _guardedSignedDifferenceEnds(x, y);
    }

    /// @notice For mixed(uint256,int256,int256).
    modifier guardedMixed(uint256 a, int256 x, int256 y) {
        _guardEnter();
        _;
        _guardedMixedEnds(a, x, y);
    }

    /// @notice For divided(int256,int256).
    modifier guardedDivided(int256 x, int256 y) {
        _guardEnter();
        _;
        _guardedDividedEnds(x, y);
    }

    /// @notice For remainder(int256,int256).
    modifier guardedRemainder(int256 x, int256 y) {
        _guardEnter();
        _;
        _guardedRemainderEnds(x, y);
    }

    /// @notice For quotient(uint256,uint256,uint256).
    modifier guardedQuotient(uint256 a, uint256 b, uint256 c) {
        _guardEnter();
        _;
        _guardedQuotientEnds(a, b, c);
    }

    /// @notice For distance(uint256,uint256,uint256).
    modifier guardedDistance(uint256 a, uint256 b, uint256 c) {
        _guardEnter();
        _;
        _guardedDistanceEnds(a, b, c);
    }

    /// @notice For least(uint256,uint256,uint256).
    modifier guardedLeast(uint256 a, uint256 b, uint256 c) {
        _guardEnter();
        _;
        _guardedLeastEnds(a, b, c);
    }

    /// @notice For greatest(int256,uint256,uint256).
    modifier guardedGreatest(int256 x, uint256 a, uint256 c) {
        _guardEnter();
        _;
        _guardedGreatestEnds(x, a, c);
    }

    /// @notice For negated(int256,int256).
    modifier guardedNegated(int256 x, int256 y) {
        _guardEnter();
        _;
        _guardedNegatedEnds(x, y);
    }

    /// @notice For share(uint256,uint256).
    modifier guardedShare(uint256 a, uint256 b) {
        _guardEnter();
        _;
        _guardedShareEnds(a, b);
    }

    /// @notice For chosen(uint256,uint256,uint256).
    modifier guardedChosen(uint256 a, uint256 b, uint256 c) {
        _guardEnter();
        _;
        _guardedChosenEnds(a, b, c);
    }

    /// @notice For product(uint256,uint256,uint256).
    modifier guardedProduct(uint256 a, uint256 b, uint256 c) {
        _guardEnter();
        _;
        _guardedProductEnds(a, b, c);
    }

    /// @notice For folded(uint256,int256).
    modifier guardedFolded(uint256 a, int256 x) {
        _guardEnter();
        _;
        _guardedFoldedEnds(a, x);
    }

    /// @notice For byNegative(int256,int256,uint256).
    modifier guardedByNegative(int256 x, int256 y, uint256 c) {
        _guardEnter();
        _;
        _guardedByNegativeEnds(x, y, c);
    }

    /// @notice For modNegative(int256,int256,uint256).
    modifier guardedModNegative(int256 x, int256 y, uint256 c) {
        _guardEnter();
        _;
        _guardedModNegativeEnds(x, y, c);
    }

    /// @notice For either(uint256,uint256,uint256).
    modifier guardedEither(uint256 a, uint256 b, uint256 c) {
        _guardEnter();
        _;
        _guardedEitherEnds(a, b, c);
    }

    /// @notice For narrow(uint8,uint8,uint256).
    modifier guardedNarrow(uint256 s, uint256 t, uint256 a) {
        _guardEnter();
        _;
        _guardedNarrowEnds(s, t, a);
    }

    /// @notice For agreeing(bool,uint256,uint256).
    modifier guardedAgreeing(bool flag, uint256 a, uint256 b) {
        _guardEnter();
        _;
        _guardedAgreeingEnds(flag, a, b);
    }

    /// @notice For listed(uint256,uint256).
    modifier guardedListed(uint256 a, uint256 b) {
        _guardEnter();
        _;
        _guardedListedEnds(a, b);
    }

    /// @notice For addressed(address,uint256).
    modifier guardedAddressed(address who, uint256 a) {
        _guardEnter();
        _;
        _guardedAddressedEnds(who, a);
    }

    /// @notice For kinds(bytes4,uint256).
    modifier guardedKinds(bytes4 id, uint256 a) {
        _guardEnter();
        _;
        _guardedKindsEnds(id, a);
    }

    /// @notice For absolute(int256,uint256).
    modifier guardedAbsolute(int256 x, uint256 a) {
        _guardEnter();
        _;
        _guardedAbsoluteEnds(x, a);
    }

    /// @notice For nested(uint256,uint256,uint256).
    modifier guardedNested(uint256 a, uint256 b, uint256 c) {
        _guardEnter();
        _;
        _guardedNestedEnds(a, b, c);
    }

    /// @notice For squares(uint256,uint256,uint256).
    modifier guardedSquares(uint256 a, uint256 b, uint256 c) {
        _guardEnter();
        _;
        _guardedSquaresEnds(a, b, c);
    }

    function _guardEnter() private {
        if (guardRunning) revert GuardEntered();
        guardRunning = true;
    }

    function _guardLeave() private {
        guardRunning = false;
    }

    function _guardedDifferenceEnds(uint256 a, uint256 b, uint256 c) private {
        if (!(c + b <= a)) revert Violated_difference();
        _guardLeave();
    }

    function _guardedSignedDifferenceEnds(int256 x, int256 y) private {
        if (!(x <= y + 3)) revert Violated_signedDifference();
        _guardLeave();
    }

    function _guardedMixedEnds(uint256 a, int256 x, int256 y) private {
        if (!(y + x <= _guardSigned(a))) revert Violated_mixed();
        _guardLeave();
    }

    function _guardedDividedEnds(int256 x, int256 y) private {
        if (!(_guardDivide(x, 3) == y)) revert Violated_divided();
        _guardLeave();
    }

    function _guardedRemainderEnds(int256 x, int256 y) private {
        if (!(_guardModulo(x, 4) == y)) revert Violated_remainder();
        _guardLeave();
    }

    function _guardedQuotientEnds(uint256 a, uint256 b, uint256 c) private {
        if (!(!(0 < b) || a / b == c)) revert Violated_quotient();
        _guardLeave();
    }

    function _guardedDistanceEnds(uint256 a, uint256 b, uint256 c) private {
        if (!(_guardDistance(a, b) <= c)) revert Violated_distance();
        _guardLeave();
    }

    function _guardedLeastEnds(uint256 a, uint256 b, uint256 c) private {
        if (!(0 <= _guardMinSigned(_guardSigned(a) - _guardSigned(b), _guardSigned(c)))) revert Violated_least();
        _guardLeave();
    }

    function _guardedGreatestEnds(int256 x, uint256 a, uint256 c) private {
        if (!(_guardMaxSigned(x, _guardSigned(a)) == _guardSigned(c))) revert Violated_greatest();
        _guardLeave();
    }

    function _guardedNegatedEnds(int256 x, int256 y) private {
        if (!(y + x <= 0)) revert Violated_negated();
        _guardLeave();
    }

    function _guardedShareEnds(uint256 a, uint256 b) private {
        if (!(a <= 10 * b)) revert Violated_share();
        _guardLeave();
    }

    function _guardedChosenEnds(uint256 a, uint256 b, uint256 c) private {
        if (!((b < a ? _guardSigned(a) - _guardSigned(b) : _guardSigned(b) - _guardSigned(a)) == _guardSigned(c)))
            revert Violated_chosen();
        _guardLeave();
    }

    function _guardedProductEnds(uint256 a, uint256 b, uint256 c) private {
        if (!(a * b <= c + 5)) revert Violated_product();
        _guardLeave();
    }

    function _guardedFoldedEnds(uint256 a, int256 x) private {
        if (!(x + _guardSigned(a) < 1024 && 0 == 0)) revert Violated_folded();
        _guardLeave();
    }

    function _guardedByNegativeEnds(int256 x, int256 y, uint256 c) private {
        if (!(!(y != 0) || _guardDivide(x, y) + 5 == _guardSigned(c))) revert Violated_byNegative();
        _guardLeave();
    }

    function _guardedModNegativeEnds(int256 x, int256 y, uint256 c) private {
        if (!(!(y != 0) || _guardModulo(x, y) + 5 == _guardSigned(c))) revert Violated_modNegative();
        _guardLeave();
    }

    function _guardedEitherEnds(uint256 a, uint256 b, uint256 c) private {
        if (!((b < a && !(c < a)) || b == 0)) revert Violated_either();
        _guardLeave();
    }

    function _guardedNarrowEnds(uint256 s, uint256 t, uint256 a) private {
        if (!(a < s + t)) revert Violated_narrow();
        _guardLeave();
    }

    function _guardedAgreeingEnds(bool flag, uint256 a, uint256 b) private {
        if (!(flag == (b < a))) revert Violated_agreeing();
        _guardLeave();
    }

    function _guardedListedEnds(uint256 a, uint256 b) private {
        if (!(a != b + 1 && a != b + 5 && a != b + 9)) revert Violated_listed();
        _guardLeave();
    }

    function _guardedAddressedEnds(address who, uint256 a) private {
        if (!(!(who != address(0) && who != _guardAlice) || 0 < a)) revert Violated_addressed();
        _guardLeave();
    }

    function _guardedKindsEnds(bytes4 id, uint256 a) private {
        if (!(!(uint256(uint32(id)) == 305_419_896) || 1 < a)) revert Violated_kinds();
        _guardLeave();
    }

    function _guardedAbsoluteEnds(int256 x, uint256 a) private {
        if (!(_guardAbs(x) <= a)) revert Violated_absolute();
        _guardLeave();
    }

    function _guardedNestedEnds(uint256 a, uint256 b, uint256 c) private {
        if (!(2 * a + 6 * c + b <= 6 * b + a + 5)) revert Violated_nested();
        _guardLeave();
    }

    function _guardedSquaresEnds(uint256 a, uint256 b, uint256 c) private {
        if (!((_guardSigned(a) - _guardSigned(b)) * (_guardSigned(a) - _guardSigned(b)) <= _guardSigned(c)))
            revert Violated_squares();
        _guardLeave();
    }

    /// @dev The same number with a sign; what is too large is refused.
    function _guardSigned(uint256 a) private pure returns (int256) {
        if (a > uint256(type(int256).max)) revert GuardOutOfRange();
        return int256(a);
    }

    function _guardMinSigned(int256 a, int256 b) private pure returns (int256) {
        return a < b ? a : b;
    }

    function _guardMaxSigned(int256 a, int256 b) private pure returns (int256) {
        return a < b ? b : a;
    }

    function _guardAbs(int256 a) private pure returns (uint256) {
        return uint256(a < 0 ? -a : a);
    }

    function _guardDistance(uint256 a, uint256 b) private pure returns (uint256) {
        return a < b ? b - a : a - b;
    }

    /// @dev Rounds down, also below zero.
    function _guardDivide(int256 a, int256 b) private pure returns (int256) {
        int256 quotient = a / b;
        return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient;
    }

    /// @dev The remainder of a division that rounds down: it has the sign of the divisor.
    function _guardModulo(int256 a, int256 b) private pure returns (int256) {
        int256 rest = a % b;
        return rest != 0 && (a < 0) != (b < 0) ? rest + b : rest;
    }
}
