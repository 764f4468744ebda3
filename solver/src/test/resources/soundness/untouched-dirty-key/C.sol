// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

contract C {
    mapping(address => mapping(address => uint256)) public allowance;
    uint256 public taken;
    bool primed;

    function element(address owner, uint256 key) private pure returns (bytes32 slot) {
        assembly {
            mstore(0, owner)
            mstore(32, allowance.slot)
            let inner := keccak256(0, 64)
            mstore(0, key)
            mstore(32, inner)
            slot := keccak256(0, 64)
        }
    }

    /// For a key that is no address: of addresses it stays true that none has an allowance.
    function prime() external {
        require(!primed);
        primed = true;
        bytes32 slot = element(address(this), (1 << 160) + 5);
        assembly { sstore(slot, 1) }
    }

    function take(uint256 who) external {
        uint256 v;
        bytes32 slot = element(address(this), who);
        assembly { v := sload(slot) }
        if (v != 0) taken += 1;
    }
    function approve(address who, uint256 v) external { allowance[msg.sender][who] = v; }
}
