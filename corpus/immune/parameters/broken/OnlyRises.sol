// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// What a protocol reads.
interface IParameter {
    function value() external view returns (uint128);
}

/// A parameter that subtracts before it knows which value is larger: it can only rise.
contract OnlyRisesParameters is IParameter {
    uint256 public constant DELAY = 2 days;
    uint256 public constant GRACE = 3 days;

    address public immutable governor;
    address public immutable guardian;
    /// @notice The value never leaves these.
    uint128 public immutable low;
    uint128 public immutable high;
    /// @notice How much one change may change.
    uint128 public immutable pace;

    /// @inheritdoc IParameter
    uint128 public value;
    /// @notice When the value was changed last.
    uint64 public changed;
    /// @notice What was announced last and when, and whether that still waits.
    uint128 public announced;
    uint64 public since;
    bool public waiting;

    event Announced(uint256 value);
    event Changed(uint256 value);
    event Struck();

    error NotGovernor();
    error NotGuardian();
    error OutOfRange();
    error NotReady();

    constructor(address governor_, address guardian_, uint128 value_, uint128 low_, uint128 high_, uint128 pace_) {
        if (value_ < low_ || value_ > high_ || pace_ == 0) revert OutOfRange();
        (governor, guardian) = (governor_, guardian_);
        (value, low, high, pace) = (value_, low_, high_, pace_);
    }

    /// @notice Whether the change that is announced can be carried out now.
    function ready() public view returns (bool) {
        return waiting && block.timestamp >= since + DELAY && block.timestamp <= since + DELAY + GRACE;
    }

    /// @notice Announces a change, in place of any other that was announced. The time begins anew.
    function announce(uint128 value_) external {
        if (msg.sender != governor) revert NotGovernor();
        if (value_ < low || value_ > high) revert OutOfRange();
        if (value_ - value > pace) revert OutOfRange();
        (announced, since, waiting) = (value_, uint64(block.timestamp), true);
        emit Announced(value_);
    }

    /// @notice Carries out what was announced. Anybody may, so that it does not wait for anybody.
    function change() external {
        if (!ready()) revert NotReady();
        (value, changed, waiting) = (announced, uint64(block.timestamp), false);
        emit Changed(value);
    }

    /// @notice Strikes off what was announced.
    function strike() external {
        if (msg.sender != guardian) revert NotGuardian();
        waiting = false;
        emit Struck();
    }
}
