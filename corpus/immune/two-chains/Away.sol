// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// The end of a bridge on the other chain. It issues what was locked at home, so much a day at most, and tells what was
/// burned. An alarm from home shuts it for some hours, which neither end can prolong at will.
contract Away {
    /// @notice Longer than that at home, so that it covers it wherever the clocks are.
    uint256 public constant CLOSURE = 5 hours;

    /// Who brings what was locked at home.
    address public immutable deposits;
    /// Who brings the alarms.
    address public immutable alarms;
    uint128 public immutable daily;

    uint256 public total;
    uint64 public burned;
    uint128 public shutUntil;
    uint64 public day;
    uint128 public issued;
    mapping(address => uint256) public balances;
    mapping(uint64 => bool) public arrived;

    event Minted(uint64 id, address to, uint128 amount);
    event Burned(uint64 id, address to, uint128 amount);
    event Shut(uint128 until);

    error NotTheRelay();
    error Closed();
    error Again(uint64 id);
    error OverLimit(uint256 issued, uint256 daily);
    error TooMuch();

    constructor(address deposits_, address alarms_, uint128 daily_) {
        deposits = deposits_;
        alarms = alarms_;
        daily = daily_;
    }

    function shut() public view returns (bool) {
        return block.timestamp < shutUntil;
    }

    /// A message that is over the limit is not lost: it fails, and may come another day.
    function mint(uint64 id, address to, uint128 amount) external {
        if (msg.sender != deposits) revert NotTheRelay();
        if (shut()) revert Closed();
        if (arrived[id]) revert Again(id);
        arrived[id] = true;
        if (block.timestamp / 1 days != day) {
            day = uint64(block.timestamp / 1 days);
            issued = 0;
        }
        if (uint256(issued) + amount > daily) revert OverLimit(issued, daily);
        issued += amount;
        total += amount;
        balances[to] += amount;
        emit Minted(id, to, amount);
    }

    function burn(address to, uint128 amount) external {
        if (shut()) revert Closed();
        if (balances[msg.sender] < amount) revert TooMuch();
        balances[msg.sender] -= amount;
        total -= amount;
        emit Burned(burned++, to, amount);
    }

    function alarm() external {
        if (msg.sender != alarms) revert NotTheRelay();
        shutUntil = uint128(block.timestamp + CLOSURE);
        emit Shut(shutUntil);
    }
}
