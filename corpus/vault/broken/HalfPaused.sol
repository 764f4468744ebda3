// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Token} from "../Token.sol";

/// A vault that checks the halt on one of its two ways out.
contract HalfPausedVault {
    uint64 public constant EPOCH = 1 hours;
    uint64 public constant COOLDOWN = 1 hours;

    Token public immutable token;
    address public immutable guardian;
    /// The most that can leave at once.
    uint128 public immutable capacity;
    uint128 public immutable refillPerSecond;
    /// The most that can leave within any EPOCH seconds.
    uint128 public immutable tripAt;

    // The bucket: what it held at its last refill.
    uint128 public level;
    uint64 public lastRefill;

    // The breaker: what left in the running epoch, and in the one before if that still matters.
    uint64 public epochStart;
    uint128 public current;
    uint128 public previous;
    uint64 public trippedAt;
    bool public tripped;

    mapping(address => uint256) public shares;
    mapping(address => bool) public quarantined;

    event Deposited(address indexed user, uint256 amount);
    event Withdrawn(address indexed user, uint256 amount);
    event Tripped(address indexed user, uint256 amount);
    event Rearmed();
    event Quarantined(address indexed user);
    event Released(address indexed user);
    event Migrated(address indexed to, uint256 amount);

    error NotGuardian();
    error Halted();
    error NotHalted();
    error CoolingDown(uint256 until);
    error InQuarantine(address user);
    error NotEnough(uint256 amount, uint256 owned);
    error OverLimit(uint256 amount, uint256 left);
    error TransferFailed();

    modifier onlyGuardian() {
        if (msg.sender != guardian) revert NotGuardian();
        _;
    }

    constructor(Token token_, address guardian_, uint128 capacity_, uint128 refillPerSecond_, uint128 tripAt_) {
        token = token_;
        guardian = guardian_;
        capacity = capacity_;
        refillPerSecond = refillPerSecond_;
        tripAt = tripAt_;
        level = capacity_;
        lastRefill = uint64(block.timestamp);
        epochStart = uint64(block.timestamp);
    }

    /// What the bucket holds now. Below 2^64 seconds the sum is below 2^128 + 2^64 * 2^128: it cannot overflow.
    function available() public view returns (uint256) {
        uint256 filled = level + (block.timestamp - lastRefill) * uint256(refillPerSecond);
        return filled < capacity ? filled : capacity;
    }

    function deposit(uint256 amount) external {
        shares[msg.sender] += amount;
        emit Deposited(msg.sender, amount);
        if (!token.transferFrom(msg.sender, address(this), amount)) revert TransferFailed();
    }

    /// Pays the amount; or, where the breaker does not allow it, pays nothing and halts the vault. That trip is no
    /// revert, because a revert would undo the halt with everything else.
    function withdraw(uint256 amount) external {
        if (tripped) revert Halted();
        if (quarantined[msg.sender]) revert InQuarantine(msg.sender);
        _pay(msg.sender, amount);
    }

    /// Pays what the caller owns to someone else.
    function withdrawTo(address to, uint256 amount) external {
        if (quarantined[msg.sender]) revert InQuarantine(msg.sender);
        _pay(to, amount);
    }

    function rearm() external onlyGuardian {
        if (!tripped) revert NotHalted();
        uint256 until = uint256(trippedAt) + COOLDOWN;
        if (block.timestamp < until) revert CoolingDown(until);
        tripped = false;
        emit Rearmed();
    }

    function quarantine(address user) external onlyGuardian {
        quarantined[user] = true;
        emit Quarantined(user);
    }

    function release(address user) external onlyGuardian {
        quarantined[user] = false;
        emit Released(user);
    }

    /// The way out when the vault itself has to be replaced: moves everything, past every limit.
    function migrate(address to) external onlyGuardian {
        uint256 amount = token.balanceOf(address(this));
        emit Migrated(to, amount);
        if (!token.transfer(to, amount)) revert TransferFailed();
    }

    function _pay(address to, uint256 amount) private {
        uint256 owned = shares[msg.sender];
        if (amount > owned) revert NotEnough(amount, owned);
        uint256 left = available();
        if (amount > left) revert OverLimit(amount, left);
        if (_trips(amount)) return;
        shares[msg.sender] = owned - amount;
        level = uint128(left - amount);
        lastRefill = uint64(block.timestamp);
        emit Withdrawn(msg.sender, amount);
        if (!token.transfer(to, amount)) revert TransferFailed();
    }

    /// Counts the amount, or halts the vault. Epochs start with a withdrawal, EPOCH seconds or more apart: what left
    /// within the last EPOCH seconds left in the running epoch or in the one before.
    function _trips(uint256 amount) private returns (bool) {
        uint256 age = block.timestamp - epochStart;
        if (age >= EPOCH) {
            previous = age < 2 * EPOCH ? current : 0;
            current = 0;
            epochStart = uint64(block.timestamp);
        }
        if (uint256(previous) + current + amount > tripAt) {
            tripped = true;
            trippedAt = uint64(block.timestamp);
            emit Tripped(msg.sender, amount);
            return true;
        }
        current += uint128(amount);
        return false;
    }
}
