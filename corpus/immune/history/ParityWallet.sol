// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// A wallet that anybody may set up, at any time.
contract Broken {
    address public owner;

    event Sent(address to, uint256 amount);

    constructor() payable {
        init(msg.sender);
    }

    function init(address owner_) public {
        owner = owner_;
    }

    function send(address payable to, uint256 amount) external {
        require(msg.sender == owner, "not the owner");
        emit Sent(to, amount);
        (bool paid,) = to.call{value: amount}("");
        require(paid, "not paid");
    }
}

/// The same, but a new owner has to wait, and the one before can come back meanwhile.
contract Guarded {
    uint256 public constant DELAY = 3 days;

    address public owner;
    address public heir;
    uint256 public from = type(uint256).max;
    /// When somebody asked to be the owner for the first time.
    uint256 public asked;

    event Sent(address to, uint256 amount);

    constructor() payable {
        owner = msg.sender;
    }

    function init(address owner_) public {
        require(from == type(uint256).max, "another one waits");
        (heir, from) = (owner_, block.timestamp + DELAY);
        if (asked == 0) asked = block.timestamp;
    }

    function refuse() external {
        require(msg.sender == owner, "not the owner");
        from = type(uint256).max;
    }

    function accept() external {
        require(block.timestamp >= from, "too early");
        (owner, from) = (heir, type(uint256).max);
    }

    function send(address payable to, uint256 amount) external {
        require(msg.sender == owner, "not the owner");
        emit Sent(to, amount);
        (bool paid,) = to.call{value: amount}("");
        require(paid, "not paid");
    }
}
