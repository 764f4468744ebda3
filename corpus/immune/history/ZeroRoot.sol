// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Bucket} from "./Bucket.sol";

/// Pays what a message of another chain says, once its root is confirmed. An upgrade has confirmed the root 0, which is
/// that of every message that nobody has proved.
contract Broken {
    mapping(bytes32 => uint256) public confirmed;
    mapping(bytes32 => bytes32) public rootOf;
    mapping(bytes32 => bool) private done;
    mapping(address => uint256) public balanceOf;

    event Released(address to, uint256 amount);

    constructor(bytes32 root) {
        confirmed[root] = 1;
    }

    function prove(bytes32 message, bytes32 sibling) external {
        rootOf[message] = keccak256(abi.encode(message, sibling));
    }

    function release(address to, uint256 amount, uint256 nonce) external {
        bytes32 message = keccak256(abi.encode(to, amount, nonce));
        uint256 time = confirmed[rootOf[message]];
        require(time != 0 && time <= block.timestamp, "not confirmed");
        require(!done[message], "done");
        done[message] = true;
        allow(amount);
        balanceOf[to] += amount;
        emit Released(to, amount);
    }

    function allow(uint256 amount) internal virtual {}
}

/// The same with a limit on what leaves.
contract Guarded is Broken, Bucket {
    constructor(bytes32 root, uint256 capacity_) Broken(root) Bucket(capacity_) {}

    function allow(uint256 amount) internal override {
        spend(amount);
    }
}
