// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title A tap from which anybody draws points for anybody
contract Tap {
    mapping(address user => uint256) public points;

    event Drawn(address indexed to, uint256 amount);

    function draw(address to, uint256 amount) external {
        points[to] += amount;
        emit Drawn(to, amount);
    }
}
