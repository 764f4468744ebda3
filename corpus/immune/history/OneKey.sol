// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// A bridge that pays what one key says.
contract Broken {
    address public immutable key;

    constructor(address key_) payable {
        key = key_;
    }

    function pay(address payable to, uint256 amount) public virtual {
        require(msg.sender == key, "not the key");
        send(to, amount);
    }

    function send(address payable to, uint256 amount) internal {
        (bool paid,) = to.call{value: amount}("");
        require(paid, "not paid");
    }
}

/// The same, but a payment waits two days, in which a guardian can close the bridge.
contract Guarded is Broken {
    address public immutable guardian;
    bool public closed;
    /// When the first payment was announced, and the one that waits.
    uint256 public first;
    uint256 public announced;
    address payable private payee;
    uint256 private sum;

    constructor(address key_, address guardian_) payable Broken(key_) {
        guardian = guardian_;
    }

    function announce(address payable to, uint256 amount) external {
        require(msg.sender == key, "not the key");
        if (first == 0) first = block.timestamp;
        (payee, sum, announced) = (to, amount, block.timestamp);
    }

    function close() external {
        require(msg.sender == guardian, "not the guardian");
        closed = true;
    }

    function pay(address payable to, uint256 amount) public override {
        require(msg.sender == key && !closed, "not the key, or closed");
        require(to == payee && amount == sum, "another payment");
        require(announced > 0 && block.timestamp >= announced + 2 days, "too early");
        announced = 0;
        send(to, amount);
    }
}
