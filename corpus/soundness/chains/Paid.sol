// SPDX-License-Identifier: MIT
pragma solidity ^0.8.26;

/// Pays whoever it is told.
contract Payer {
    function pay(address payable to) external payable {
        to.transfer(msg.value);
    }
}

/// Takes no ether.
contract Still {
    uint256 public count;

    function add() external {
        count += 1;
    }
}
