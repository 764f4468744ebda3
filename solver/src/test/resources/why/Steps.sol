// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

contract Steps {
    uint256 public low;
    uint256 public high = 100;
    uint256 public kept;
    uint256 public latest;
    bool public open = true;
    mapping(address => uint256) public share;
    mapping(address => uint256) public debt;

    event Paid(address indexed who, uint256 amount);

    /// Holds for ever, by a sum that no template has.
    function raise() external { require(low < 60); low += 3; high += 2; }
    function keep(uint256 v) external { require(v * v <= low); kept = v; }
    function swap(uint256 x) external { require(x * x == low); high = 70; }
    function lend(address to, uint256 v) external { require(open || v == 0); debt[to] += v; share[to] += 2 * v; }
    function give(address to, uint256 v) external { share[msg.sender] -= v; share[to] += v; }
    function pay(uint256 v) external {
        require(block.timestamp >= latest + 1 hours);
        require(v <= kept + 10);
        latest = block.timestamp;
        emit Paid(msg.sender, v);
    }
}
