// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

interface IVisitor {
    function onOpen() external;
}

/// Is open for the length of one call, and gives each account one piece in a block.
contract Larder {
    bool private immutable careful;
    bool private open;
    uint256 private left;
    mapping(address => uint256) private served;
    uint256 private servedAny;
    uint256 public most;

    constructor(bool c) {
        careful = c;
    }

    function visit() external {
        require(!open, "open");
        open = true;
        left = 0;
        IVisitor(msg.sender).onOpen();
        open = false;
        if (left > most) most = left;
    }

    function take() external {
        require(open, "closed");
        require((careful ? servedAny : served[msg.sender]) != block.number, "served");
        served[msg.sender] = block.number;
        servedAny = block.number;
        left += 1;
    }
}
