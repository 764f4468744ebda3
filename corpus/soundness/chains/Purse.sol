// SPDX-License-Identifier: MIT
pragma solidity ^0.8.26;

/// Says how much ether somebody has where it stands.
contract Purse {
    address public immutable owner;

    constructor(address owner_) {
        owner = owner_;
    }

    function wei_() external view returns (uint256) {
        return owner.balance;
    }

    function own() external view returns (uint256) {
        return address(this).balance;
    }
}
