// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

interface IToken {
    function transfer(address to, uint256 x) external returns (bool);
}

/// The token is whatever the caller says.
contract NotesToken {
    mapping(address => uint256) public owed;
    uint256 public total;

    function add(uint256 x) external {
        owed[msg.sender] += x;
        total += x;
    }

    function take(address token, uint256 x) external {
        owed[msg.sender] -= x;
        total -= x;
        require(IToken(token).transfer(msg.sender, x), "unpaid");
    }
}

contract SendsToken {
    mapping(address => uint256) public owed;
    uint256 public total;

    function add(uint256 x) external {
        owed[msg.sender] += x;
        total += x;
    }

    function take(address token, uint256 x) external {
        uint256 before = owed[msg.sender];
        require(before >= x, "poor");
        require(IToken(token).transfer(msg.sender, x), "unpaid");
        owed[msg.sender] = before - x;
        total -= x;
    }
}
