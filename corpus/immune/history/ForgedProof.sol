// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Bucket} from "./Bucket.sol";

/// Mints what is below a known root. Of a node with a left child the hash covers that and the right one, and nothing says that
/// either is the leaf.
contract Broken {
    bytes32 public immutable root;
    mapping(bytes32 => bool) private used;
    mapping(address => uint256) public balanceOf;

    event Minted(address to, uint256 amount);

    constructor(bytes32 honest, bytes32 sibling) {
        root = keccak256(abi.encode(honest, sibling));
    }

    function mint(address to, uint256 amount, bytes32 left, bytes32 right) external {
        bytes32 leaf = keccak256(abi.encode(to, amount));
        bytes32 node = left == 0 ? keccak256(abi.encode(leaf, right)) : keccak256(abi.encode(left, right));
        require(node == root, "not below the root");
        require(!used[leaf], "used");
        used[leaf] = true;
        allow(amount);
        balanceOf[to] += amount;
        emit Minted(to, amount);
    }

    function allow(uint256 amount) internal virtual {}
}

/// The same with a limit on what is minted.
contract Guarded is Broken, Bucket {
    constructor(bytes32 honest, bytes32 sibling, uint256 capacity_) Broken(honest, sibling) Bucket(capacity_) {}

    function allow(uint256 amount) internal override {
        spend(amount);
    }
}
