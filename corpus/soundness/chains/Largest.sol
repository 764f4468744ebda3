// SPDX-License-Identifier: MIT
pragma solidity ^0.8.26;

/// Tells the largest amount, as often as anybody likes.
contract Largest {
    uint256 public count;

    event Told(uint256 amount);

    function tell() external {
        emit Told(type(uint256).max);
        count += 1;
    }
}

/// Counts what arrives.
contract Taker {
    address public immutable relay;
    uint256 public count;

    constructor(address relay_) {
        relay = relay_;
    }

    function take(uint256) external {
        require(msg.sender == relay, "not the relay");
        count += 1;
    }
}
