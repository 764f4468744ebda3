// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract Broken {
    mapping(address => uint256) public level;
    uint256 public spent;

    event Spent(address indexed by, uint256 amount);

    function raise(uint256 to) external {
        require(to <= 101);
        level[msg.sender] = to;
    }

    function spend(uint256 amount) external {
        require(spent + amount <= 1000);
        spent += amount;
        emit Spent(msg.sender, amount);
    }
}
