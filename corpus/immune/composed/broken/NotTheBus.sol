// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IAlarmBus} from "../../alarm-bus/AlarmBus.sol";
import {IParameter} from "../../parameters/Parameters.sol";
import {IPause} from "../../pause/Pause.sol";
import {TokenBucket} from "../../token-bucket/TokenBucket.sol";
import {IDoor} from "../Door.sol";

/// A door that asks the pause and forgets the bus.
contract NotTheBusDoor is IDoor {
    /// @notice What all users regain each second.
    uint128 public constant RATE = 3e18;

    address public immutable deployer;
    IPause public immutable pause;
    IAlarmBus public immutable bus;
    IParameter public immutable capacity;

    TokenBucket public limiter;
    /// @notice The parts of the protocol that coins leave from.
    address public market;
    address public outlet;

    error Connected();
    error NotAPart();
    error Shut();

    constructor(IPause pause_, IAlarmBus bus_, IParameter capacity_) {
        deployer = msg.sender;
        (pause, bus, capacity) = (pause_, bus_, capacity_);
    }

    /// @notice Names the parts, which know the door already. Once, since nothing takes them away again.
    function connect(TokenBucket limiter_, address market_, address outlet_) external {
        if (msg.sender != deployer || address(limiter) != address(0)) revert Connected();
        (limiter, market, outlet) = (limiter_, market_, outlet_);
    }

    /// @inheritdoc IDoor
    function open() public view returns (bool) {
        return !pause.paused() && !bus.alarmed();
    }

    /// @inheritdoc IDoor
    function pass(address user, uint256 amount) external {
        if (msg.sender != market && msg.sender != outlet) revert NotAPart();
        if (pause.paused()) revert Shut();
        limiter.consume(user, amount);
    }

    /// @notice Sets the limiter as the parameter says. Anybody may.
    function adjust() external {
        limiter.configure(capacity.value(), RATE);
    }
}
