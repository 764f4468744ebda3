// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {TapGuard} from "./TapGuard.sol";

/// @title A tap from which anybody draws points for anybody, and a guard
contract GuardedTap is TapGuard {
    mapping(address user => uint256) public points;

    event Drawn(address indexed to, uint256 amount);

    function draw(address to, uint256 amount) external {
        points[to] += amount;
        emit Drawn(to, amount);
        _guardDrawn(to, amount);
    }
}
