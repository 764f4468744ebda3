// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IAlarmBus} from "./AlarmBus.sol";

/// @title A small protocol that listens to alarms
/// @notice It holds deposits of ether. Nothing leaves while an alarm is on, by any of the two ways out.
contract Subscriber {
    IAlarmBus public immutable bus;

    mapping(address user => uint256) public shares;

    event Left(address indexed user, address to, uint256 amount);

    error Alarmed();
    error NotPaid();

    modifier whenCalm() {
        if (bus.alarmed()) revert Alarmed();
        _;
    }

    constructor(IAlarmBus bus_) {
        bus = bus_;
    }

    function deposit() external payable {
        shares[msg.sender] += msg.value;
    }

    function withdraw(uint256 amount) external whenCalm {
        _leave(payable(msg.sender), amount);
    }

    function withdrawTo(address payable to, uint256 amount) external whenCalm {
        _leave(to, amount);
    }

    function _leave(address payable to, uint256 amount) private {
        shares[msg.sender] -= amount;
        emit Left(msg.sender, to, amount);
        (bool paid,) = to.call{value: amount}("");
        if (!paid) revert NotPaid();
    }
}
