// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {CornersGuard} from "./CornersGuard.sol";

/// The same functions with the guard.
contract GuardedCorners is CornersGuard {
    constructor(address alice) CornersGuard(alice) {}

    function difference(uint256 a, uint256 b, uint256 c) external guardedDifference(a, b, c) {}
    function signedDifference(int256 x, int256 y) external guardedSignedDifference(x, y) {}
    function mixed(uint256 a, int256 x, int256 y) external guardedMixed(a, x, y) {}
    function divided(int256 x, int256 y) external guardedDivided(x, y) {}
    function remainder(int256 x, int256 y) external guardedRemainder(x, y) {}
    function quotient(uint256 a, uint256 b, uint256 c) external guardedQuotient(a, b, c) {}
    function distance(uint256 a, uint256 b, uint256 c) external guardedDistance(a, b, c) {}
    function least(uint256 a, uint256 b, uint256 c) external guardedLeast(a, b, c) {}
    function greatest(int256 x, uint256 a, uint256 c) external guardedGreatest(x, a, c) {}
    function negated(int256 x, int256 y) external guardedNegated(x, y) {}
    function share(uint256 a, uint256 b) external guardedShare(a, b) {}
    function chosen(uint256 a, uint256 b, uint256 c) external guardedChosen(a, b, c) {}
    function product(uint256 a, uint256 b, uint256 c) external guardedProduct(a, b, c) {}
    function folded(uint256 a, int256 x) external guardedFolded(a, x) {}
    function byNegative(int256 x, int256 y, uint256 c) external guardedByNegative(x, y, c) {}
    function modNegative(int256 x, int256 y, uint256 c) external guardedModNegative(x, y, c) {}
    function either(uint256 a, uint256 b, uint256 c) external guardedEither(a, b, c) {}
    function narrow(uint8 s, uint8 t, uint256 a) external guardedNarrow(s, t, a) {}
    function agreeing(bool flag, uint256 a, uint256 b) external guardedAgreeing(flag, a, b) {}
    function listed(uint256 a, uint256 b) external guardedListed(a, b) {}
    function addressed(address who, uint256 a) external guardedAddressed(who, a) {}
    function kinds(bytes4 id, uint256 a) external guardedKinds(id, a) {}
    function absolute(int256 x, uint256 a) external guardedAbsolute(x, a) {}
    function nested(uint256 a, uint256 b, uint256 c) external guardedNested(a, b, c) {}
    function squares(uint256 a, uint256 b, uint256 c) external guardedSquares(a, b, c) {}
}
