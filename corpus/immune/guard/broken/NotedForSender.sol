// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {TapGuard} from "../TapGuard.sol";

/// A tap that tells its guard who draws, not for whom.
contract NotedForSenderTap is TapGuard {
    mapping(address user => uint256) public points;

    event Drawn(address indexed to, uint256 amount);

    function draw(address to, uint256 amount) external {
        points[to] += amount;
        emit Drawn(to, amount);
        _guardDrawn(msg.sender, amount);
    }
}
