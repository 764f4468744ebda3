// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// The end of a bridge on the chain where the tokens are, and the tokens themselves. It locks them and tells how many, and
/// gives back what the other end has burned. Its guardian raises an alarm that binds here at once, and there as soon as it arrives.
contract Home {
    uint256 public constant CLOSURE = 4 hours;
    uint256 public constant CALM = 8 hours;

    /// Who brings what was burned on the other chain.
    address public immutable relay;
    address public immutable guardian;

    uint256 public locked;
    mapping(address => uint256) public balances;
    uint64 public sent;
    uint128 public alarmedUntil;
    mapping(uint64 => bool) public released;

    event Locked(uint64 id, address to, uint128 amount);
    event Raised();
    event Released(uint64 id, address to, uint128 amount);

    error NotTheRelay();
    error NotTheGuardian();
    error Alarmed();
    error TooSoon();
    error Again(uint64 id);
    error TooMuch();

    constructor(address relay_, address guardian_) {
        relay = relay_;
        guardian = guardian_;
        balances[guardian_] = 1_000_000 ether;
    }

    function transfer(address to, uint256 amount) external {
        if (balances[msg.sender] < amount) revert TooMuch();
        balances[msg.sender] -= amount;
        balances[to] += amount;
    }

    function alarmed() public view returns (bool) {
        return block.timestamp < alarmedUntil;
    }

    function lock(address to, uint128 amount) external {
        if (alarmed()) revert Alarmed();
        if (balances[msg.sender] < amount) revert TooMuch();
        balances[msg.sender] -= amount;
        locked += amount;
        emit Locked(sent++, to, amount);
    }

    /// A message arrives once, whatever the relay does.
    function release(uint64 id, address to, uint128 amount) external {
        if (msg.sender != relay) revert NotTheRelay();
        if (alarmed()) revert Alarmed();
        if (released[id]) revert Again(id);
        released[id] = true;
        locked -= amount;
        balances[to] += amount;
        emit Released(id, to, amount);
    }

    function raise() external {
        if (msg.sender != guardian) revert NotTheGuardian();
        if (block.timestamp < alarmedUntil + CALM) revert TooSoon();
        alarmedUntil = uint128(block.timestamp + CLOSURE);
        emit Raised();
    }
}
