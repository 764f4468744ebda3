// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract Marks {
    struct Record {
        bool isolated;
        uint64 count;
        uint64 limit;
    }

    mapping(address => Record) public records;
    mapping(address => mapping(address => uint256)) public seen;
    address[] public list;
    uint256[3] public fixedOnes;

    event Isolated(address user);

    function act(uint256 amount) external {
        Record storage own = records[msg.sender];
        require(!own.isolated);
        if (amount > 100) {
            own.isolated = true;
            own.limit = 7;
            seen[msg.sender][address(this)] = amount;
            list.push(msg.sender);
            fixedOnes[1] = amount;
            emit Isolated(msg.sender);
        } else {
            unchecked { ++own.count; }
        }
    }
}
