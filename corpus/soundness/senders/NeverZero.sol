// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract NeverZero {
    address public taker;
    address public heir;
    mapping(address => uint256) public taken;

    constructor() {
        taker = msg.sender;
        heir = msg.sender;
    }

    function take() external {
        taker = msg.sender;
        taken[msg.sender] = 1;
    }

    function bequeath(address to) external { heir = to; }
}
