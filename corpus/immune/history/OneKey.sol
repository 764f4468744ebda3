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

/// The same, but each payment waits two days, in which a guardian can close the bridge.
contract Guarded is Broken {
    address public immutable guardian;
    bool public closed;
    /// When the first payment was announced.
    uint256 public first;
    mapping(bytes32 => uint256) public announced;

    constructor(address key_, address guardian_) payable Broken(key_) {
        guardian = guardian_;
    }

    function announce(address payable to, uint256 amount) external {
        require(msg.sender == key, "not the key");
        if (first == 0) first = block.timestamp;
        announced[keccak256(abi.encode(to, amount))] = block.timestamp;
    }

    function close() external {
        require(msg.sender == guardian, "not the guardian");
        closed = true;
    }

    function pay(address payable to, uint256 amount) public override {
        require(msg.sender == key && !closed, "not the key, or closed");
        bytes32 id = keccak256(abi.encode(to, amount));
        require(announced[id] > 0 && block.timestamp >= announced[id] + 2 days, "too early");
        announced[id] = 0;
        send(to, amount);
    }
}
