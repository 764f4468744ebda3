// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract Bank {
    mapping(address => uint256) public owed;
    uint256 public total;
    address payable public immutable treasury;

    constructor(address payable t) {
        treasury = t;
    }

    function pay() external payable {
        owed[msg.sender] += msg.value;
        total += msg.value;
    }

    function take(uint256 x) external {
        owed[msg.sender] -= x;
        total -= x;
        treasury.transfer(x);
    }

    function funds() external view returns (uint256) {
        return address(this).balance;
    }
}

/// Pays twice.
contract Leaky {
    mapping(address => uint256) public owed;
    uint256 public total;
    address payable public immutable treasury;

    constructor(address payable t) {
        treasury = t;
    }

    function pay() external payable {
        owed[msg.sender] += msg.value;
        total += msg.value;
    }

    function take(uint256 x) external {
        owed[msg.sender] -= x;
        total -= x;
        treasury.transfer(x);
        treasury.transfer(x);
    }
}
