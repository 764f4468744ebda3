// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract RoleName {
    bytes32 constant MINTER = keccak256("MINTER");
    mapping(bytes32 => mapping(address => uint8)) public role;
    mapping(bytes32 => uint256) public count;

    function grant(address a) external {
        require(role[MINTER][a] == 0);
        role[MINTER][a] = 1;
        count[MINTER] += 1;
    }

    function revoke(address a) external {
        require(role[MINTER][a] == 1);
        role[MINTER][a] = 0;
        count[MINTER] -= 1;
    }

    function revokeTwice(address a) external { role[MINTER][a] = 0; }
}
