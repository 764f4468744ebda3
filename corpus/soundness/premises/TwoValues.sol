// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract TwoValues {
    mapping(bool => uint256) public side;

    function put(bool b, uint256 x) external {
        require(x < 10);
        side[b] = x;
    }
}
