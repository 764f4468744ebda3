// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Bucket} from "./Bucket.sol";

/// A bridge that pays what two of three validators agree on, however much it is.
contract Broken {
    mapping(address => bool) public validator;
    mapping(bytes32 => mapping(address => bool)) private approved;
    mapping(bytes32 => uint256) private approvals;

    event Paid(address to, uint256 amount);

    constructor(address[3] memory validators) payable {
        for (uint256 i = 0; i < 3; i++) {
            validator[validators[i]] = true;
        }
    }

    function approve(address payable to, uint256 amount, uint256 nonce) external {
        bytes32 id = keccak256(abi.encode(to, amount, nonce));
        require(validator[msg.sender] && !approved[id][msg.sender], "no approval");
        approved[id][msg.sender] = true;
        approvals[id]++;
        if (approvals[id] == 2) {
            allow(amount);
            emit Paid(to, amount);
            (bool paid,) = to.call{value: amount}("");
            require(paid, "not paid");
        }
    }

    function allow(uint256 amount) internal virtual {}
}

/// The same with a limit on what leaves.
contract Guarded is Broken, Bucket {
    constructor(address[3] memory validators, uint256 capacity_) payable Broken(validators) Bucket(capacity_) {}

    function allow(uint256 amount) internal override {
        spend(amount);
    }
}
