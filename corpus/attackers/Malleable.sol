// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// Remembers signatures, of which there are two for each message. The careful one remembers messages.
contract Withdrawals {
    bool private immutable careful;
    address public immutable treasurer = msg.sender;
    mapping(bytes32 => bool) private used;
    mapping(bytes32 => uint256) public paid;

    constructor(bool c) {
        careful = c;
    }

    function withdraw(address to, uint256 amount, bytes32 r, bytes32 s, uint8 v) external {
        bytes32 order = keccak256(abi.encode(address(this), to, amount));
        bytes32 key = careful ? order : keccak256(abi.encodePacked(r, s, v));
        require(!used[key], "used");
        used[key] = true;
        require(ecrecover(order, v, r, s) == treasurer, "not signed");
        paid[order]++;
    }
}
