// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// What a protocol asks of the bus before anything leaves it.
interface IAlarmBus {
    function alarmed() external view returns (bool);
}

/// A bus whose alarms bind from the next block on: whoever attacks in the block of the alarm goes free.
contract NotYetAlarmBus is IAlarmBus {
    uint256 public constant LENGTH = 4 hours;
    uint256 public constant LONGEST = 12 hours;
    uint256 public constant OPEN = 12 hours;
    /// @notice Between two alarms of one source.
    uint256 public constant REST = 1 hours;

    struct Source {
        bool admitted;
        uint64 raised;
        uint64 latest;
    }

    address public immutable governor;
    mapping(address source => Source) public sources;

    /// @notice When the latest closure began, and when it ends or ended.
    uint128 public since;
    uint128 public until;

    event Admitted(address indexed source);
    event Expelled(address indexed source);
    event Raised(address indexed source, uint256 number);
    event Closed(uint256 until);

    error NotGovernor();
    error NotASource();
    error WrongNumber(uint256 next);
    error TooSoon(uint256 earliest);

    modifier onlyGovernor() {
        if (msg.sender != governor) revert NotGovernor();
        _;
    }

    constructor(address governor_) {
        governor = governor_;
    }

    /// @inheritdoc IAlarmBus
    function alarmed() public view returns (bool) {
        return since < block.timestamp && block.timestamp < until;
    }

    function admit(address source) external onlyGovernor {
        sources[source].admitted = true;
        emit Admitted(source);
    }

    /// @notice Ends the source's right to warn. Its numbers go on where they stood if it comes back.
    function expel(address source) external onlyGovernor {
        sources[source].admitted = false;
        emit Expelled(source);
    }

    /// @param number of the alarm, counted by its source from one
    function raise(uint64 number) external {
        Source storage source = sources[msg.sender];
        if (!source.admitted) revert NotASource();
        if (number != source.raised + 1) revert WrongNumber(source.raised + 1);
        if (block.timestamp < source.latest + REST) revert TooSoon(source.latest + REST);
        (source.raised, source.latest) = (number, uint64(block.timestamp));
        emit Raised(msg.sender, number);
        _shut();
    }

    function _shut() private {
        uint128 end = uint128(block.timestamp + LENGTH);
        if (alarmed()) {
            uint128 latest = since + uint128(LONGEST);
            until = end < latest ? end : latest;
        } else if (block.timestamp >= until + OPEN) {
            (since, until) = (uint128(block.timestamp), end);
            emit Closed(end);
        }
    }
}
