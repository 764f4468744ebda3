// SPDX-License-Identifier: MIT
pragma solidity ^0.7.6;

import {TemporarilyPausable} from "@balancer-labs/v2-solidity-utils/contracts/helpers/TemporarilyPausable.sol";

/// Balancer's pause with an end. It is abstract: this opens it to everyone, with one function that it stops.
contract BalancerPausable is TemporarilyPausable {
    uint256 internal acted;

    constructor(uint256 window, uint256 buffer) TemporarilyPausable(window, buffer) {}

    function pause() external {
        _setPaused(true);
    }

    function unpause() external {
        _setPaused(false);
    }

    function act() external whenNotPaused {
        acted++;
    }
}
