// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Bucket} from "./Bucket.sol";

/// What checks the signatures of the guardians.
interface IVerifier {
    function valid(bytes32 message, bytes calldata signatures) external view returns (bool);
}

/// Mints what a message from another chain says. Whoever brings a message also says what its signatures are checked with.
contract Broken {
    mapping(address => uint256) public balanceOf;
    mapping(bytes32 => bool) private used;

    event Minted(address to, uint256 amount);

    function mint(IVerifier verifier, bytes calldata signatures, address to, uint256 amount, uint256 nonce) external {
        bytes32 message = keccak256(abi.encode(to, amount, nonce));
        require(verifier.valid(message, signatures), "not signed");
        require(!used[message], "used");
        used[message] = true;
        allow(amount);
        balanceOf[to] += amount;
        emit Minted(to, amount);
    }

    function allow(uint256 amount) internal virtual {}
}

/// The same with a limit on what is minted.
contract Guarded is Broken, Bucket {
    constructor(uint256 capacity_) Bucket(capacity_) {}

    function allow(uint256 amount) internal override {
        spend(amount);
    }
}
