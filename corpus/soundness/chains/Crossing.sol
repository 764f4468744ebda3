// SPDX-License-Identifier: MIT
pragma solidity ^0.8.26;

interface ICounter {
    function add() external;
}

contract Counter {
    uint256 public count;

    function add() external {
        count += 1;
    }
}

/// Calls whatever it is told to, and counts the calls that succeed.
contract Caller {
    uint256 public calls;

    function call(address target) external {
        ICounter(target).add();
        calls += 1;
    }
}
