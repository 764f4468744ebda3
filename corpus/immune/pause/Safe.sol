// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IPause} from "./Pause.sol";

/// @title A small protocol behind a pause
/// @notice It holds deposits of ether. There are two ways out, at once and through a queue, and both are shut during a
/// pause. What does not take value out stays open: deposits, and requests to leave.
contract Safe {
    IPause public immutable pause;

    mapping(address user => uint256) public shares;
    mapping(address user => uint256) public requested;

    event Left(address indexed user, uint256 amount);

    error Halted();
    error NotPaid();

    modifier whenOpen() {
        if (pause.paused()) revert Halted();
        _;
    }

    constructor(IPause pause_) {
        pause = pause_;
    }

    function deposit() external payable {
        shares[msg.sender] += msg.value;
    }

    function withdraw(uint256 amount) external whenOpen {
        shares[msg.sender] -= amount;
        _leave(amount);
    }

    function request(uint256 amount) external {
        shares[msg.sender] -= amount;
        requested[msg.sender] += amount;
    }

    function claim() external whenOpen {
        uint256 amount = requested[msg.sender];
        requested[msg.sender] = 0;
        _leave(amount);
    }

    function _leave(uint256 amount) private {
        emit Left(msg.sender, amount);
        (bool paid,) = msg.sender.call{value: amount}("");
        if (!paid) revert NotPaid();
    }
}
