// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract TrustedForOne {
    address public owner;
    uint256 public closed;
    uint256 public opened;

    constructor() { owner = msg.sender; }

    function close() external {
        require(msg.sender == owner);
        closed = 1;
    }

    function open() external {
        require(msg.sender == owner);
        opened = 1;
    }
}
