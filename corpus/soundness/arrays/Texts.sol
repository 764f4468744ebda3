// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// An array of texts, whose elements have data of their own.
contract Texts {
    string[] private names;
    mapping(address => uint256) public kept;
    uint256 public level;
    address private immutable owner = msg.sender;

    function add(string calldata name) external {
        names.push(name);
    }

    function drop() external {
        require(msg.sender == owner);
        names.pop();
    }

    function set(uint256 n) external {
        require(n % 2 == 0);
        level = n;
    }

    function keep(uint256 n) external {
        require(n <= 10);
        kept[msg.sender] = n;
    }
}

/// Several at once, which is a loop around those that copy a text.
contract TextBatch {
    string[] private names;
    uint256 public level;

    function addAll(string[] calldata more) external {
        for (uint256 i; i < more.length; i++) names.push(more[i]);
    }

    function set(uint256 n) external {
        require(n % 2 == 0);
        level = n;
    }
}
