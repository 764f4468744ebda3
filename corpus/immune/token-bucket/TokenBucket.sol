// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ILimiter} from "../ILimiter.sol";

/// @title A rate limiter with one bucket for everybody together and one for each user
/// @notice The bucket of everybody counts what is left. It fills by `rate` a second, up to `capacity`, both of which
/// the governor may set below fixed ceilings. The bucket of a user counts what was used, and empties by `userRate` a
/// second. A user who has never come has used nothing, so that nobody needs to be registered.
contract TokenBucket is ILimiter {
    /// @dev What a user had used at a time. It has become less since.
    struct Bucket {
        uint128 used;
        uint64 time;
    }

    /// @notice The protocol that this module serves. Nobody else can use up an allowance.
    address public immutable protocol;
    address public immutable governor;
    /// @notice The most that one user can take at once, and what the user regains each second.
    uint128 public immutable userCapacity;
    uint128 public immutable userRate;
    /// @notice No setting exceeds these.
    uint128 public immutable mostCapacity;
    uint128 public immutable mostRate;

    /// @notice The most that all can take at once, and what all regain each second.
    uint128 public capacity;
    uint128 public rate;
    /// @dev What the bucket of everybody held at a time.
    uint128 private level;
    uint64 private time;

    mapping(address user => Bucket) private buckets;

    event Configured(uint128 capacity, uint128 rate);

    error NotProtocol();
    error NotGovernor();
    error OutOfRange();
    error TooMuch(uint256 amount, uint256 left);

    constructor(
        address protocol_,
        address governor_,
        uint128 capacity_,
        uint128 rate_,
        uint128 userCapacity_,
        uint128 userRate_
    ) {
        protocol = protocol_;
        governor = governor_;
        (mostCapacity, mostRate) = (capacity_, rate_);
        (userCapacity, userRate) = (userCapacity_, userRate_);
        (capacity, rate) = (capacity_, rate_);
        (level, time) = (capacity_, uint64(block.timestamp));
    }

    /// @notice What all users together can take now.
    /// @dev Below 2^64 seconds the sum is below 2^128 + 2^64 * 2^128.
    function total() public view returns (uint256) {
        uint256 filled = level + (block.timestamp - time) * uint256(rate);
        return filled < capacity ? filled : capacity;
    }

    /// @notice What still counts of all that the user has taken.
    function usedBy(address user) public view returns (uint256) {
        Bucket storage bucket = buckets[user];
        uint256 regained = (block.timestamp - bucket.time) * uint256(userRate);
        return regained < bucket.used ? bucket.used - regained : 0;
    }

    /// @inheritdoc ILimiter
    function available(address user) external view returns (uint256) {
        uint256 ofAll = total();
        uint256 ofUser = userCapacity - usedBy(user);
        return ofAll < ofUser ? ofAll : ofUser;
    }

    /// @inheritdoc ILimiter
    function consume(address user, uint256 amount) external {
        if (msg.sender != protocol) revert NotProtocol();
        uint256 left = total();
        if (amount > left) revert TooMuch(amount, left);
        uint256 used = usedBy(user);
        if (amount > userCapacity - used) revert TooMuch(amount, userCapacity - used);
        (level, time) = (uint128(left - amount), uint64(block.timestamp));
        buckets[user] = Bucket(uint128(used + amount), uint64(block.timestamp));
        emit Consumed(user, amount);
    }

    /// @notice Sets the bucket of everybody. What it held stays in it, or is cut to the new capacity: a change gives
    /// nobody anything at once.
    function configure(uint128 capacity_, uint128 rate_) external {
        if (msg.sender != governor) revert NotGovernor();
        if (capacity_ == 0 || capacity_ > mostCapacity || rate_ == 0 || rate_ > mostRate) revert OutOfRange();
        uint256 held = total();
        (level, time) = (uint128(held < capacity_ ? held : capacity_), uint64(block.timestamp));
        (capacity, rate) = (capacity_, rate_);
        emit Configured(capacity_, rate_);
    }
}
