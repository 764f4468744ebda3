// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Functions that do nothing: rules about their arguments are all there is to break.
contract Corners {
    function difference(uint256, uint256, uint256) external {}
    function signedDifference(int256, int256) external {}
    function mixed(uint256, int256, int256) external {}
    function divided(int256, int256) external {}
    function remainder(int256, int256) external {}
    function quotient(uint256, uint256, uint256) external {}
    function distance(uint256, uint256, uint256) external {}
    function least(uint256, uint256, uint256) external {}
    function greatest(int256, uint256, uint256) external {}
    function negated(int256, int256) external {}
    function share(uint256, uint256) external {}
    function chosen(uint256, uint256, uint256) external {}
    function product(uint256, uint256, uint256) external {}
    function folded(uint256, int256) external {}
    function byNegative(int256, int256, uint256) external {}
    function modNegative(int256, int256, uint256) external {}
    function either(uint256, uint256, uint256) external {}
    function narrow(uint8, uint8, uint256) external {}
    function agreeing(bool, uint256, uint256) external {}
    function listed(uint256, uint256) external {}
    function addressed(address, uint256) external {}
    function kinds(bytes4, uint256) external {}
    function absolute(int256, uint256) external {}
    function nested(uint256, uint256, uint256) external {}
    function squares(uint256, uint256, uint256) external {}
}
