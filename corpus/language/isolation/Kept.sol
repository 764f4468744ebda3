// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract Kept {
    uint256 public offences;
    uint256 public total;
    mapping(address => uint256) public shares;
    mapping(address => uint256) public until;

    event Isolated(address user);
    event Paid(address user, uint256 amount);

    function isolated(address user) public view returns (bool) {
        return block.timestamp < until[user];
    }

    function deposit(uint256 amount) external returns (uint256) {
        require(!isolated(msg.sender) && amount <= 1e30 && total <= 1e30);
        shares[msg.sender] += amount;
        total += amount;
        return shares[msg.sender];
    }

    function withdraw(uint256 amount) external returns (uint256) {
        require(!isolated(msg.sender));
        uint256 owned = shares[msg.sender];
        if (amount > owned) {
            until[msg.sender] = block.timestamp + 1 days;
            unchecked { ++offences; }
            emit Isolated(msg.sender);
            return 0;
        }
        shares[msg.sender] = owned - amount;
        total -= amount;
        emit Paid(msg.sender, amount);
        return owned - amount;
    }
}
