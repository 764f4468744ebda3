// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// What the signers see as a transfer writes the first word of whoever runs it.
contract Payload {
    address private first;

    function transfer(address to, uint256) external {
        first = to;
    }
}

/// A wallet that runs foreign code as its own when its signers say so.
contract Broken {
    address public logic;
    address public immutable signer = msg.sender;

    constructor(address logic_) {
        logic = logic_;
    }

    function execute(address to, bytes calldata data, bool own) external virtual {
        require(msg.sender == signer, "not signed");
        (bool done,) = own ? to.delegatecall(data) : to.call(data);
        require(done, "failed");
    }
}

/// The same, but its signers cannot have foreign code run as its own, nor call itself.
contract Guarded is Broken {
    constructor(address logic_) Broken(logic_) {}

    function execute(address to, bytes calldata data, bool own) external override {
        require(msg.sender == signer && !own && to != address(this), "not signed, or not allowed");
        (bool done,) = to.call(data);
        require(done, "failed");
    }
}
