// SPDX-License-Identifier: MIT
pragma solidity ^0.8.26;

/// Tells 1, then 2, then 1 again, and nothing more.
contract Teller {
    uint256 public told;

    event Told(uint256 x);

    function tell() external {
        require(told < 3, "all is told");
        emit Told(told == 1 ? 2 : 1);
        told += 1;
    }
}

/// Writes down what arrives, as digits.
contract Listener {
    address public immutable relay;
    uint256 public heard;

    constructor(address relay_) {
        relay = relay_;
    }

    function hear(uint256 x) external {
        require(msg.sender == relay, "not the relay");
        require(heard < 1000, "all is heard");
        heard = heard * 10 + x;
    }
}
