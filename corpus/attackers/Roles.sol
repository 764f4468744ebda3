// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// Roles by name. Who has a role's admin role grants it, and the hasty one gives everyone the first one who asks.
contract Roles {
    bytes32 public constant OPERATOR = keccak256("OPERATOR");
    bytes32 public constant MINTER = keccak256("MINTER");
    bytes32 private constant GUEST = "guest";

    bool private immutable careful;
    uint256 public minted;
    mapping(bytes32 => mapping(address => bool)) public has;
    mapping(bytes32 => bytes32) public adminOf;

    constructor(bool c) {
        careful = c;
        adminOf[MINTER] = OPERATOR;
        adminOf[OPERATOR] = c ? bytes32(0) : GUEST;
        has[0][msg.sender] = true;
    }

    function register(bytes32 role) external {
        require(role == GUEST, "only guests register");
        has[role][msg.sender] = true;
    }

    function grant(bytes32 role, address who) external {
        require(has[adminOf[role]][msg.sender], "no admin");
        has[role][who] = true;
    }

    function mint(uint256 amount) external {
        require(has[MINTER][msg.sender], "no minter");
        minted += amount;
    }
}
