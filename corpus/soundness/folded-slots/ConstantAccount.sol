// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract ConstantAccount {
    address constant SINK = 0x000000000000000000000000000000000000dEaD;
    mapping(address => uint256) public balance;
    uint256 public supply;

    function mint(uint64 x) external {
        balance[msg.sender] += x;
        supply += x;
    }

    function burn(uint256 x) external {
        balance[msg.sender] -= x;
        balance[SINK] += x;
    }

    function lose(uint256 x) external {
        balance[SINK] -= x;
    }
}
